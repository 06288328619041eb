import type { Management } from 'auth0'
import type { Logic } from './logic.ts'
import type { RoleStore, UserStore } from './people.ts'

/**
 * What both halves of the tenant (the OIDC endpoints and the Management API) may ask of the storage.
 * Every method resolves only when what it wrote is durable. A dialect (SQLite, PostgreSQL) implements it once.
 */
export type Storage = {
  clients: ClientStore
  clientCredentials: ClientCredentialStore
  resourceServers: ResourceServerStore
  clientGrants: ClientGrantStore
  exchange: ExchangeStore
  settings: SettingsStore
  signingKeys: SigningKeyStore
  users: UserStore
  roles: RoleStore
  artifacts: ArtifactStore
  logs: LogStore
  counters: CounterStore
  /** What every process of the tenant signs its cookies with. */
  cookieKeys(): Promise<string[]>
  /** All that `work` does with the storage it is handed, or nothing. */
  transaction<Result>(work: (storage: Storage) => Promise<Result>): Promise<Result>
  /** A transaction that never runs beside another one of these, in whichever process: for what happens once. */
  alone<Result>(work: (storage: Storage) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** A client as the Management API shows it with every scope: the secret is in clear here and encrypted on disk. */
export type StoredClient = Management.Client & { client_id: string; name: string; global: boolean }

/** An API as the Management API shows it; `signing_secret` is in clear here and encrypted on disk. */
export type StoredResourceServer = Management.ResourceServer & {
  id: string
  identifier: string
  signing_alg: Management.SigningAlgorithmEnum
  token_lifetime: number
}

/** A key that a client proves itself with; `pem` is public. */
export type StoredClientCredential = Management.ClientCredential & { id: string; pem?: string }

export type StoredClientGrant = Management.ClientGrantResponseContent & {
  id: string
  audience: string
  scope?: string[]
  subject_type: Management.ClientGrantSubjectTypeEnum
}

/**
 * A window of a list in order of creation. `from` is the `next` of the previous window (anything else rejects
 * with CursorError), `skip` an offset; only `counted` brings the total.
 */
export type Window = { take: number; skip?: number; from?: string; counted?: boolean }
export type Page<T> = { items: T[]; total?: number; next?: string }

export type ClientFilter = {
  isGlobal?: boolean
  isFirstParty?: boolean
  appTypes?: string[]
  /** With a grant that is for every organization. */
  forAnyOrganization?: true
}
export type ClientStore = {
  /** Rejects with DuplicateError when another client has one of its `client_aliases`. */
  insert(client: StoredClient): Promise<void>
  find(clientId: string): Promise<StoredClient | undefined>
  list(filter: ClientFilter, window: Window): Promise<Page<StoredClient>>
  /** Reads, changes and writes in one transaction; undefined when there is no such client. Rejects as `insert`. */
  update(clientId: string, change: (current: StoredClient) => StoredClient): Promise<StoredClient | undefined>
  /** Removes the client and its grants; false when there was none. */
  delete(clientId: string): Promise<boolean>
}

export type ClientCredentialStore = {
  /** Rejects with MissingReferenceError when the client is gone. */
  insert(clientId: string, credential: StoredClientCredential): Promise<void>
  find(clientId: string, id: string): Promise<StoredClientCredential | undefined>
  list(clientId: string): Promise<StoredClientCredential[]>
  update(
    clientId: string,
    id: string,
    change: (current: StoredClientCredential) => StoredClientCredential,
  ): Promise<StoredClientCredential | undefined>
  delete(clientId: string, id: string): Promise<boolean>
}

export type ResourceServerStore = {
  /** Rejects with DuplicateError when the identifier is taken. */
  insert(api: StoredResourceServer): Promise<void>
  /** By id or by identifier. */
  find(idOrIdentifier: string): Promise<StoredResourceServer | undefined>
  list(filter: { identifiers?: string[] }, window: Window): Promise<Page<StoredResourceServer>>
  update(
    idOrIdentifier: string,
    change: (current: StoredResourceServer) => StoredResourceServer,
  ): Promise<StoredResourceServer | undefined>
  /** Whether the tokens of any API are signed with one of these algorithms. */
  anySignedWith(algorithms: StoredResourceServer['signing_alg'][]): Promise<boolean>
  /** Removes the API and the grants for it; false when there was none. */
  delete(idOrIdentifier: string): Promise<boolean>
}

export type ClientGrantFilter = {
  clientId?: string
  audience?: string
  subjectType?: string
  allowAnyOrganization?: boolean
  defaultFor?: string
}
export type ClientGrantStore = {
  /**
   * Rejects with DuplicateError when client, audience and subject type have a grant already, and with
   * MissingReferenceError when the client or the API is gone.
   */
  insert(grant: StoredClientGrant): Promise<void>
  find(id: string): Promise<StoredClientGrant | undefined>
  /** The grant that lets this client call this API as itself (subject type `client`). */
  findFor(clientId: string, audience: string): Promise<StoredClientGrant | undefined>
  list(filter: ClientGrantFilter, window: Window): Promise<Page<StoredClientGrant>>
  update(
    id: string,
    change: (current: StoredClientGrant) => StoredClientGrant | Promise<StoredClientGrant>,
  ): Promise<StoredClientGrant | undefined>
  delete(id: string): Promise<boolean>
}

/** What a client needs for a token of its own, as one read finds it. */
export type Exchange = {
  client: StoredClient
  api?: StoredResourceServer
  /** The grant of subject type `client` between the two. */
  grant?: StoredClientGrant
  settings: Management.GetTenantSettingsResponseContent
  /** Another number once the tenant's signing keys were rotated. */
  keyVersion: number
}
export type ExchangeStore = {
  /** Undefined when there is no such client. `audience` is the API's identifier, never its id. */
  find(clientId: string, audience: string): Promise<Exchange | undefined>
}

export type SettingsStore = {
  get(): Promise<Management.GetTenantSettingsResponseContent>
  update(
    change: (
      current: Management.GetTenantSettingsResponseContent,
    ) => Management.GetTenantSettingsResponseContent,
  ): Promise<Management.GetTenantSettingsResponseContent>
}

/** An RSA key pair of the tenant. `privateKey` is PKCS #8 PEM, in clear here and encrypted on disk. */
export type StoredSigningKey = {
  kid: string
  privateKey: string
  /** Self-signed X.509 certificate, PEM. */
  cert: string
  state: 'current' | 'next' | 'previous'
  since: string
  revokedAt?: string
}
export type SigningKeyStore = {
  list(): Promise<StoredSigningKey[]>
  insert(key: StoredSigningKey): Promise<void>
  /** Changes and adds keys in one transaction; a key is never removed. */
  update(change: (current: StoredSigningKey[]) => StoredSigningKey[]): Promise<StoredSigningKey[]>
}

/** What oidc-provider keeps between requests: sessions, interactions, codes, refresh tokens, grants. */
export type Artifact = {
  model: string
  id: string
  payload: Record<string, unknown>
  /** Unix seconds; never given out again after. */
  expiresAt?: number
  uid?: string
  userCode?: string
  grantId?: string
  accountId?: string
}
export type ArtifactStore = {
  upsert(artifact: Artifact): Promise<void>
  find(
    model: string,
    by: { id: string } | { uid: string } | { userCode: string },
  ): Promise<Artifact | undefined>
  /** Marks as used, with the time; a second use can then be refused. */
  consume(model: string, id: string): Promise<void>
  destroy(model: string, id: string): Promise<void>
  revokeByGrantId(grantId: string): Promise<void>
  /** Ends the sessions of a user and takes away all that was given out to it. */
  revokeByAccountId(userId: string): Promise<void>
}

/** An event of the tenant as the Management API shows it. `date` is ISO 8601 in UTC. */
export type NewLog = Management.Log & { type: string; date: string }
export type StoredLog = NewLog & { log_id: string }

/** `from` and `to` are ISO 8601 in UTC and included; null is open. */
export type LogTerm =
  | { field: 'type' | 'client_id' | 'user_id'; value: string }
  | { field: 'type' | 'client_id' | 'user_id'; prefix: string }
  | { field: 'log_id'; value: string }
  | { field: 'date'; from: string | null; to: string | null }
export type LogFilter = Logic<LogTerm>

export type LogStore = {
  /**
   * Writes entries in their order. Ids count up in the order in which entries become visible, also across
   * processes: a reader that goes on after the last id it saw misses none.
   */
  append(entries: NewLog[]): Promise<void>
  find(logId: string): Promise<StoredLog | undefined>
  /** A window of the entries that match, oldest first unless asked otherwise. */
  list(
    filter: LogFilter | undefined,
    window: { take: number; skip?: number; newestFirst?: boolean },
  ): Promise<StoredLog[]>
  count(filter: LogFilter | undefined): Promise<number>
  /**
   * Up to `take` entries behind the one with this id, oldest first, whether or not it is still there; from the
   * oldest when there is no id. Rejects with CursorError when it is no id of this tenant.
   */
  listAfter(logId: string | undefined, take: number, filter?: LogFilter): Promise<StoredLog[]>
  /** How many entries of these types there are on each day (`2026-01-31`, UTC) between two ISO 8601 dates. */
  countByDay(
    types: string[],
    between: { from: string; to: string },
  ): Promise<{ day: string; type: string; count: number }[]>
  /** Removes up to `limit` of the entries before an ISO 8601 date, oldest first; resolves with their number. */
  deleteBefore(date: string, limit: number): Promise<number>
}

/** Counts that all processes of a tenant share: quotas and rate limits. */
export type CounterStore = {
  /**
   * Adds one to the count of `key` in the window that ends at `endsAt` (Unix seconds) unless `limit` is reached;
   * one atomic statement. Resolves with the count afterwards and whether one was added.
   */
  take(key: string, window: { limit: number; endsAt: number }): Promise<{ used: number; taken: boolean }>
}

/** A unique key is taken already. */
export class DuplicateError extends Error {
  override name = 'DuplicateError'
}

/** What a new object points to does not exist (any more). */
export class MissingReferenceError extends Error {
  override name = 'MissingReferenceError'
}

/** A `from` that this storage never gave out. */
export class CursorError extends Error {
  override name = 'CursorError'
}
