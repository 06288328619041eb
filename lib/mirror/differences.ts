import type { Kysely, Selectable } from 'kysely'
import type { Change, Subject } from '../changes/change.ts'
import type { TenantSettings } from '../tenant-settings/tenant-settings.ts'
import type { ApiRow } from './api-row.ts'
import type { ClientRow } from './client-row.ts'
import type { Difference } from './elsewhere.ts'
import { accessOf, type GrantRow } from './grant-row.ts'
import type { MirrorViews } from './tables.ts'

type Stored<Name extends keyof MirrorViews> = Selectable<MirrorViews[Name]>

/** What is different about a client; `null` is none. */
export function clientDifference(was: Stored<'clients'> | null, is: ClientRow | null): Difference[] {
  const row = is ?? was
  if (!row || was?.digest === is?.digest) return []
  const subject = { clientId: row.id, clientName: row.name }
  const [before, after] = [was && clientFields(was), is && clientFields(is)]
  const of = { object: `client ${row.id}`, subject }
  if (!before || !after) {
    const change = after
      ? { kind: 'client.create', input: after }
      : { kind: 'client.delete', clientId: row.id }
    return [{ ...of, change: change as Change, before, after }]
  }
  const changed = changedFields(before, after)
  if (!changed) return []
  const change = { kind: 'client.update', clientId: row.id, ...changed } as Change
  return [{ ...of, change, before: changed.from, after: changed.to }]
}

/** What is different about an API and its scopes. */
export function apiDifference(
  was: (Stored<'apis'> & { scopes: { value: string; description: string }[] }) | null,
  is: ApiRow | null,
): Difference[] {
  const row = is ?? was
  if (!row || was?.digest === is?.digest) return []
  const of = {
    object: `api ${row.id}`,
    subject: { apiId: row.id, apiName: row.name, audience: row.identifier },
  }
  const [before, after] = [was && apiFields(was), is && apiFields(is)]
  if (!before || !after) {
    const change = after ? { kind: 'api.create', input: after } : { kind: 'api.delete', apiId: row.id }
    return [{ ...of, change: change as Change, before, after }]
  }
  const changed = changedFields(before, after)
  const update: Difference[] = changed
    ? [
        {
          ...of,
          change: { kind: 'api.update', apiId: row.id, ...changed } as Change,
          before: changed.from,
          after: changed.to,
        },
      ]
    : []
  return [...update, ...scopeDifferences(row.id, of, was?.scopes ?? [], is?.scopes ?? [])]
}

type Defined = { value: string; description: string }

function scopeDifferences(
  apiId: string,
  of: { object: string; subject: Subject },
  was: Defined[],
  is: Defined[],
) {
  const [before, after] = [was, is].map(
    (scopes) => new Map(scopes.map((scope) => [scope.value, scope.description])),
  )
  const plain = ({ value, description }: Defined) => ({ value, description })
  const added = is.filter(({ value }) => !before?.has(value)).map(plain)
  const differences: Difference[] = []
  if (added.length > 0) {
    const change: Change = { kind: 'scope.create', apiId, scopes: added }
    differences.push({ ...of, change, before: null, after: { scopes: added } })
  }
  for (const { value, description: from } of was) {
    const to = after?.get(value)
    if (to === from) continue
    const scopes = (description: string) => ({ scopes: [{ value, description }] })
    differences.push(
      to === undefined
        ? { ...of, change: { kind: 'scope.delete', apiId, value }, before: scopes(from), after: null }
        : {
            ...of,
            change: { kind: 'scope.update', apiId, value, from, to },
            before: scopes(from),
            after: scopes(to),
          },
    )
  }
  return differences
}

/** What is different about what a client may do at an API; names are of now. */
export function grantDifference(
  was: Stored<'grants'> | null,
  is: GrantRow | null,
  names: { clientName: string; apiName: string; apiId?: string },
): Difference[] {
  const row = is ?? was
  if (!row || was?.digest === is?.digest) return []
  const { client_id: clientId, audience } = row
  const [before, after] = [was && accessOf(was), is && accessOf(is)]
  const party = { clientId, audience, clientName: names.clientName, apiName: names.apiName }
  const change: Change | undefined =
    before && after
      ? { kind: 'grant.update', ...party, from: before, to: after }
      : after
        ? { kind: 'grant.create', ...party, to: after }
        : before
          ? { kind: 'grant.delete', ...party, from: before }
          : undefined
  if (!change) return []
  return [
    {
      object: `grant ${clientId} ${audience}`,
      subject: { ...names, clientId, audience },
      change,
      before,
      after,
    },
  ]
}

/** What is different about the tenant's settings; `null` before they were ever read. */
export function settingsDifference(was: TenantSettings | null, is: TenantSettings): Difference[] {
  const changed = was && changedFields(was, is)
  if (!changed) return []
  const change = { kind: 'settings.update', ...changed } as Change
  return [{ object: 'settings', subject: {}, change, before: changed.from, after: changed.to }]
}

/** A client has another secret; which one is no part of it. */
export const secretDifference = (clientId: string, clientName: string): Difference => ({
  object: `client ${clientId}`,
  subject: { clientId, clientName },
  change: { kind: 'client.rotate_secret', clientId, clientName },
  before: null,
  after: null,
})

const clientFields = (row: ClientRow) => ({
  name: row.name,
  description: row.description,
  type: row.type,
  grantTypes: row.grant_types.split(' ').filter(Boolean),
  authMethod: row.auth_method,
  isFirstParty: row.is_first_party === 1,
  metadata: row.metadata === '{}' ? null : JSON.parse(row.metadata),
  tokenQuota: row.token_quota ? JSON.parse(row.token_quota) : null,
})

const apiFields = (row: Omit<ApiRow, 'scopes'>) => ({
  name: row.name,
  identifier: row.identifier,
  signingAlgorithm: row.signing_alg,
  tokenLifetime: row.token_lifetime,
  tokenDialect: row.token_dialect,
  enforcePolicies: row.enforce_policies === 1,
  clientPolicy: row.client_policy ?? null,
})

/** Only what differs; undefined when that is nothing the record tells. */
function changedFields(before: Record<string, unknown>, after: Record<string, unknown>) {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  if (names.length === 0) return undefined
  const pick = (fields: Record<string, unknown>) =>
    Object.fromEntries(names.map((name) => [name, fields[name]]))
  return { from: pick(before), to: pick(after) }
}

/** What the mirror shows of an object now. */
export const shownClient = async (db: Kysely<MirrorViews>, id: string) =>
  (await db.selectFrom('clients').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

export const shownGrant = async (db: Kysely<MirrorViews>, id: string) =>
  (await db.selectFrom('grants').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

export async function shownApi(db: Kysely<MirrorViews>, named: string) {
  const api = await db
    .selectFrom('apis')
    .selectAll()
    .where(({ eb, or }) => or([eb('id', '=', named), eb('identifier', '=', named)]))
    .executeTakeFirst()
  if (!api) return null
  const scopes = await db
    .selectFrom('api_scopes')
    .select(['value', 'description'])
    .where('api_id', '=', api.id)
    .orderBy('position')
    .execute()
  return { ...api, scopes }
}
