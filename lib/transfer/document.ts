import type { Scope } from '../apis/api'
import type { Access } from '../grants/grant'

/** Where in what was handed in something stands; lines count from 1. */
export type Position = { file?: string; line: number }

/** Names a client: its id where the source tells one. `name` is a name, or an id where the source doesn't say which. */
export type ClientReference = { id?: string; name: string }

export type ClientItem = ClientReference & {
  description: string
  /** `app_type`. */
  type: string
  /** Empty where the source leaves them to the type. */
  grantTypes: string[]
  /** `token_endpoint_auth_method`; absent where the source leaves it to the tenant. */
  authMethod?: string
  at: Position
}

export type ApiItem = {
  /** The tenant's id, where the source tells one. */
  id?: string
  name: string
  identifier: string
  signingAlgorithm: string
  /** Seconds; absent where the source leaves it to the tenant. */
  tokenLifetime?: number
  scopes: Scope[]
  at: Position
}

export type GrantItem = {
  /** The tenant's id, where the source tells one. */
  id?: string
  client: ClientReference
  /** The API's identifier, or its name where the source doesn't say which. */
  audience: string
  access: Access
  at: Position
}

/** Who may call what, whatever format it came in or goes out as. Never holds a secret. */
export type AccessDocument = { clients: ClientItem[]; apis: ApiItem[]; grants: GrantItem[] }

/** Why something can't be taken as it stands, in a sentence. */
export type Problem = { at: Position; message: string }

/** What could be read, and what could not. */
export type Reading = { document: AccessDocument; problems: Problem[] }

export const emptyDocument = (): AccessDocument => ({ clients: [], apis: [], grants: [] })
