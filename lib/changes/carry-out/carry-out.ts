import 'server-only'
import type { Change, ChangeKind, ChangeOf, Outcome } from '../change'
import { createApi, deleteApi, revealSigningSecret, updateApi } from './apis'
import { createClient, deleteClient, revealSecret, rotateSecret, updateClient } from './clients'
import { setAccess } from './grants'
import { createScopes, deleteScope, updateScope } from './scopes'
import { updateSettings } from './settings'
import { requestToken } from './tokens'
import type { WriteOptions } from './write-options'

const carriers = {
  'client.create': createClient,
  'client.update': updateClient,
  'client.delete': deleteClient,
  'client.rotate_secret': rotateSecret,
  'client.reveal_secret': revealSecret,
  'client.request_token': requestToken,
  'api.create': createApi,
  'api.update': updateApi,
  'api.delete': deleteApi,
  'api.reveal_secret': revealSigningSecret,
  'scope.create': createScopes,
  'scope.update': updateScope,
  'scope.delete': deleteScope,
  'grant.create': setAccess,
  'grant.update': setAccess,
  'grant.delete': setAccess,
  'settings.update': updateSettings,
} satisfies { [Kind in ChangeKind]: (change: ChangeOf<Kind>, options: WriteOptions) => Promise<Outcome> }

/** What a change of this kind is for: an id, a secret, an access. */
export type ValueOf<Kind extends ChangeKind> = Awaited<ReturnType<(typeof carriers)[Kind]>>['value']

/**
 * Reads the current state, refuses when it is not what the change was made upon, and writes. The tenant's log knows
 * the write by the id of its set. Throws an AppError, a ConflictError among them, that says why not.
 */
export function carryOut<Kind extends ChangeKind>(
  change: ChangeOf<Kind>,
  setId: string,
): Promise<Outcome<ValueOf<Kind>>> {
  const carry = carriers[change.kind] as (
    change: Change,
    options: WriteOptions,
  ) => Promise<Outcome<ValueOf<Kind>>>
  return carry(change, { headers: { 'X-Correlation-ID': setId } })
}
