import type { AuthMethod, ClientType } from './client'

/** What Auth0's dashboard gives a new client of each type. */
export const clientDefaults: Record<
  ClientType,
  { grantTypes: string[]; authMethod: Extract<AuthMethod, 'client_secret_post' | 'none'> }
> = {
  non_interactive: { grantTypes: ['client_credentials'], authMethod: 'client_secret_post' },
  regular_web: {
    grantTypes: ['authorization_code', 'implicit', 'refresh_token', 'client_credentials'],
    authMethod: 'client_secret_post',
  },
  spa: { grantTypes: ['authorization_code', 'implicit', 'refresh_token'], authMethod: 'none' },
  native: { grantTypes: ['authorization_code', 'implicit', 'refresh_token'], authMethod: 'none' },
}
