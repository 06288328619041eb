import type { StoredClient } from '../storage/storage.ts'
import type { CreateClient } from './client-schema.ts'

type Logout = Pick<StoredClient, 'oidc_logout'> & {
  /** The older name of a part of it, which Auth0 still answers with. */
  oidc_backchannel_logout?: { backchannel_logout_urls?: string[] }
}

/** How a client hears of logouts: live tenants answer under both names and fill in who may start one. */
export function backchannelLogout(asked: CreateClient['oidc_logout']): Logout {
  if (!asked) return {}
  const { backchannel_logout_urls: urls } = asked
  return {
    oidc_backchannel_logout: { ...(urls && { backchannel_logout_urls: urls }) },
    oidc_logout: {
      backchannel_logout_initiators: { mode: 'custom', selected_initiators: ['rp-logout', 'idp-logout'] },
      ...asked,
    } as StoredClient['oidc_logout'],
  }
}
