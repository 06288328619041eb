import 'server-only'
import { ownClients } from '../../clients/own-clients'
import { counted } from '../../counted'
import { AppError } from '../../errors'
import { findGrant } from '../../grants/find-grant'
import { type Access, type Grant, sameAccess } from '../../grants/grant'
import { management } from '../../management/management'
import type { ChangeOf, Outcome } from '../change'
import { ConflictError } from '../conflict'
import { accessIn } from '../describe'
import { whoMade } from '../store'
import type { WriteOptions } from './write-options'

type GrantChange = ChangeOf<'grant.create' | 'grant.update' | 'grant.delete'>

/**
 * Brings a client's access to an API from what was on screen to what is wanted: one read, at most one write. A new
 * grant needs no read before: the tenant refuses a second one. The value is what the client may do now.
 */
export async function setAccess(change: GrantChange, options: WriteOptions): Promise<Outcome<Access | null>> {
  if (change.kind !== 'grant.create' || isOwn(change)) return fromRead(change, options)
  const { clientId, clientName, audience, apiName, to } = change
  try {
    await write(null, to, change, options)
    return { value: to, subject: { clientId, clientName, apiName, audience }, before: null, after: to }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error
    return fromRead(change, options)
  }
}

async function fromRead(change: GrantChange, options: WriteOptions): Promise<Outcome<Access | null>> {
  const { clientId, audience, clientName, apiName } = change
  const from = change.kind === 'grant.create' ? null : change.from
  const to = change.kind === 'grant.delete' ? null : change.to

  const grant = await findGrant(clientId, audience)
  const held = grant && accessOf(grant)
  const subject = { clientId, clientName, apiName, audience }
  // Somebody, or this very request sent twice, has done it already.
  if (sameAccess(held, to)) return { value: held, subject, before: held, after: held, nothingDone: true }
  if (!sameAccess(held, from)) {
    const by = await whoMade(`grant ${clientId} ${audience}`, (after) => sameAccess(accessIn(after), held))
    const message = `${clientName}’s access to ${apiName} was changed${by ? ` by ${by.author}` : ''} since you opened this page: it now has ${inWords(held)}. Nothing was changed now.`
    throw new ConflictError(message, { access: held }, by)
  }
  if (grant?.isSystem) {
    throw new AppError('forbidden', `The tenant made this grant itself and keeps it. Nothing was changed.`)
  }

  refuseOwnLoss(change, held, to)

  await write(grant, to, { clientId, audience }, options)
  return { value: to, subject, before: held, after: to }
}

/** What the dashboard itself may do at the Management API is not given away from inside the dashboard. */
function refuseOwnLoss(change: GrantChange, held: Access | null, to: Access | null) {
  const keeps = to?.allScopes || (to && held?.scope.every((scope) => to.scope.includes(scope)))
  if (!isOwn(change) || keeps) return
  throw new AppError(
    'forbidden',
    `This dashboard reaches the Management API as ${change.clientName} and would lose what it needs. Nothing was changed.`,
  )
}

const isOwn = ({ clientId, audience }: GrantChange) =>
  clientId === ownClients().management && audience.endsWith('/api/v2/')

function write(
  grant: Grant | null,
  to: Access | null,
  of: { clientId: string; audience: string },
  options: WriteOptions,
) {
  return management<unknown>((api) => {
    if (!to) return api.clientGrants.delete(grant?.id ?? '', options)
    if (grant) return api.clientGrants.update(grant.id, asRequest(to, grant), options)
    return api.clientGrants.create(
      { client_id: of.clientId, audience: of.audience, ...asRequest(to) },
      options,
    )
  })
}

/** `allow_all_scopes` and a list of scopes exclude each other. */
function asRequest({ scope, allScopes }: Access, before?: Access) {
  if (allScopes) return { allow_all_scopes: true }
  return before?.allScopes ? { allow_all_scopes: false, scope } : { scope }
}

const accessOf = ({ scope, allScopes }: Grant): Access => ({ scope, allScopes })

function inWords(access: Access | null) {
  if (!access) return 'none'
  if (access.allScopes) return 'all scopes'
  return counted(access.scope.length, 'scope')
}
