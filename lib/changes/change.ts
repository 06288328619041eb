import type { Scope } from '../apis/api'
import type { NewApiInput } from '../apis/schema'
import type { ClientInput, NewClientInput } from '../clients/schema'
import type { Access } from '../grants/grant'
import type { TenantSettings } from '../tenant-settings/tenant-settings'

type Names = { clientName: string; apiName: string }
type OfClient = { clientId: string; clientName?: string }
type OfApi = { apiId: string; apiName?: string }
type Update<Fields> = { from: Partial<Fields>; to: Partial<Fields> }

/**
 * Every write of the dashboard as a value: what it is about, what was on screen (`from`), what is wanted (`to`).
 * The names are for the record; ids decide. A secret is part of none of them. What only uses a secret is here too.
 */
export type Change =
  | { kind: 'client.create'; input: NewClientInput }
  | ({ kind: 'client.update' } & OfClient & Update<ClientInput>)
  | ({ kind: 'client.delete' } & OfClient)
  | ({ kind: 'client.rotate_secret' } & OfClient)
  | { kind: 'client.reveal_secret'; clientId: string }
  | { kind: 'client.request_token'; clientId: string; apiId: string; scopes: string[] }
  | { kind: 'api.create'; input: NewApiInput }
  | ({ kind: 'api.update' } & OfApi & Update<{ name: string; tokenLifetime: number }>)
  | ({ kind: 'api.delete' } & OfApi)
  | { kind: 'api.reveal_secret'; apiId: string }
  | ({ kind: 'scope.create'; scopes: Scope[] } & OfApi)
  | ({ kind: 'scope.update'; value: string; from: string; to: string } & OfApi)
  | ({ kind: 'scope.delete'; value: string } & OfApi)
  | ({ kind: 'grant.create'; clientId: string; audience: string; to: Access } & Names)
  | ({ kind: 'grant.update'; clientId: string; audience: string; from: Access; to: Access } & Names)
  | ({ kind: 'grant.delete'; clientId: string; audience: string; from: Access } & Names)
  | ({ kind: 'settings.update' } & Update<TenantSettings>)

export type ChangeKind = Change['kind']
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { kind: Kind }>

/** What a change is about, in the words of its time: things are renamed and deleted later. */
export type Subject = {
  clientId?: string
  clientName?: string
  apiId?: string
  apiName?: string
  audience?: string
}

/** What the tenant held before or holds after, as far as the change is about it; never a secret. */
export type Snapshot = Record<string, unknown>

/** What carrying out a change came to. */
export type Outcome<Value = unknown> = {
  value: Value
  subject: Subject
  before: Snapshot | null
  after: Snapshot | null
  /** The key of the object that came into being by it. */
  created?: string
  /** The tenant was as wanted already, so nothing was written and there is nothing to record. */
  nothingDone?: boolean
}

/** A change as it was kept: who, when, what came of it. */
export type RecordedChange = {
  id: number
  /** The change set it was part of; the tenant's log knows it as the correlation id. */
  setId: string
  /** ISO 8601, UTC. */
  at: string
  /** The e-mail address of who made it. */
  author: string
  kind: ChangeKind
  subject: Subject
  before: Snapshot | null
  after: Snapshot | null
  state: 'applied' | 'failed'
  /** Why it failed. */
  reason: string | null
  /** The step of the set that it carried out; null for a change made at once. */
  step: number | null
}

/** Two changes with the same key touch the same object of the tenant and must not overlap. */
export function objectKey(change: Change): string {
  switch (change.kind) {
    case 'client.create':
    case 'api.create':
      return crypto.randomUUID() // nothing else can be about what does not exist yet
    case 'settings.update':
      return 'settings'
    case 'grant.create':
    case 'grant.update':
    case 'grant.delete':
      return `grant ${change.clientId} ${change.audience}`
    default:
      return 'clientId' in change ? `client ${change.clientId}` : `api ${change.apiId}`
  }
}
