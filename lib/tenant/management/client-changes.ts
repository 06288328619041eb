import type { StoredClient } from '../storage/storage.ts'
import { refreshTokenDefaults } from './client-defaults.ts'
import { backchannelLogout } from './client-logout.ts'
import type { UpdateClient } from './client-schema.ts'
import { merge } from './merge.ts'
import { sessionTransferDefaults } from './session-transfer.ts'

/** A client with a patch applied: most properties are replaced, null removes, a few are merged. */
export function changeClient(current: StoredClient, body: UpdateClient): StoredClient {
  const { oidc_logout, oidc_backchannel_logout, ...patch } = body
  const logout = oidc_logout ?? oidc_backchannel_logout
  const changed: StoredClient = merge(logout ? withoutLogout(current) : current, patch)
  if (logout && Object.keys(logout).length > 0) Object.assign(changed, backchannelLogout(logout))

  if (body.client_metadata) {
    changed.client_metadata = merge(current.client_metadata ?? {}, body.client_metadata)
  }
  if (body.jwt_configuration) {
    changed.jwt_configuration = { ...current.jwt_configuration, ...body.jwt_configuration }
  }
  if (body.refresh_token) {
    changed.refresh_token = { ...refreshTokenDefaults(changed), ...merge({}, body.refresh_token) }
  }
  if (body.session_transfer) {
    changed.session_transfer = {
      ...sessionTransferDefaults,
      ...current.session_transfer,
      ...merge({}, body.session_transfer),
    }
  }
  if (body.signed_request_object) {
    changed.signed_request_object = {
      required: false,
      ...current.signed_request_object,
      ...body.signed_request_object,
    }
  }
  return changed
}

function withoutLogout(client: StoredClient & { oidc_backchannel_logout?: object }): StoredClient {
  const { oidc_logout: _, oidc_backchannel_logout: __, ...rest } = client
  return rest
}
