import type { Client, Configuration } from 'oidc-provider'
import type { Auth0Metadata } from './client-metadata.ts'

export const isFirstParty = (client: Client | undefined) =>
  (client as (Client & Auth0Metadata) | undefined)?.is_first_party === true

/**
 * First-party clients are never asked for consent: the grant is made of what the request asks for.
 * https://auth0.com/docs/get-started/applications/confidential-and-public-applications/user-consent-and-third-party-applications
 */
export const loadExistingGrant: Configuration['loadExistingGrant'] = async (ctx) => {
  const { client, session, provider, requestParamOIDCScopes, result } = ctx.oidc
  if (!client) return undefined

  const grantId = result?.consent?.grantId ?? session?.grantIdFor(client.clientId)
  const known = grantId ? await provider.Grant.find(grantId) : undefined
  if (!isFirstParty(client) || !session?.accountId) return known

  const grant = known ?? new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '))
  await grant.save()
  return grant
}
