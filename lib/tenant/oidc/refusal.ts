import { errors } from 'oidc-provider'

/** A refusal of the token endpoint in Auth0's words (RFC 6749 section 5.2, with Auth0's statuses). */
class Refusal extends errors.OIDCProviderError {
  constructor(status: number, error: string, description: string) {
    super(status, error)
    this.error_description = description
  }
}

export const accessDenied = (description: string) => new Refusal(403, 'access_denied', description)
export const unauthorized = () => new Refusal(401, 'access_denied', 'Unauthorized')
