import 'server-only'
import { AppError } from '../errors'
import type { Admin } from '../session'
import { createApi, deleteApi, revealSigningSecret, updateApi } from './carry-out/apis'
import { createClient, deleteClient, revealSecret, rotateSecret, updateClient } from './carry-out/clients'
import { setAccess } from './carry-out/grants'
import { createScopes, deleteScope, updateScope } from './carry-out/scopes'
import { updateSettings } from './carry-out/settings'
import { requestToken } from './carry-out/tokens'
import type { WriteOptions } from './carry-out/write-options'
import { type Change, type ChangeKind, type ChangeOf, type Outcome, objectKey, type Subject } from './change'
import { oneAtATime } from './one-at-a-time'
import { record } from './store'

const carryOut = {
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

const brokeDown = 'Grantboard broke down while carrying it out. It is not known whether the tenant changed.'

type ValueOf<Kind extends ChangeKind> = Awaited<ReturnType<(typeof carryOut)[Kind]>>['value']

/**
 * The one way anything is written to the tenant: read the current state, refuse when it is not what the change was
 * made upon, write, record. Resolves with what the change is for (an id, a secret, an access). Throws an AppError,
 * a ConflictError among them, that says why not; what failed is recorded with the reason. Changes of one set share `setId`.
 */
export async function apply<Kind extends ChangeKind>(
  change: ChangeOf<Kind>,
  admin: Admin,
  setId: string = crypto.randomUUID(),
): Promise<ValueOf<Kind>> {
  const key = objectKey(change)
  const attempt = { setId, admin, change, key }
  const carry = carryOut[change.kind] as (
    change: Change,
    options: WriteOptions,
  ) => Promise<Outcome<ValueOf<Kind>>>

  return oneAtATime(key, async () => {
    const outcome = await carry(change, { headers: { 'X-Correlation-ID': setId } }).catch(async (error) => {
      const reason = error instanceof AppError ? error.message : brokeDown
      await record(attempt, { subject: namedIn(change), before: null, after: null }, reason)
      throw error
    })
    if (!outcome.nothingDone) await recordDone({ ...attempt, key: outcome.created ?? key }, outcome)
    return outcome.value
  })
}

/** The tenant has changed by now; a record that can't be kept must not make that look undone. */
async function recordDone(...done: Parameters<typeof record>) {
  await record(...done).catch((cause) => {
    const message =
      'The tenant made the change, but Grantboard could not record it. Check that its database (DATABASE_URL or DATA_DIR) is there and has room.'
    throw new AppError('unavailable', message, { cause })
  })
}

/** What can be said of a change that was refused: the ids it named, and the names it brought along. */
function namedIn(change: Change): Subject {
  const { kind: _, ...fields } = change
  const { clientId, clientName, apiId, apiName, audience, input } = fields as Subject & {
    input?: { name: string }
  }
  const name = input?.name
  return change.kind === 'api.create'
    ? { apiName: name }
    : { clientId, clientName: clientName ?? name, apiId, apiName, audience }
}
