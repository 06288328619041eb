/** The API whose clients are shown. */
export type GrantApi = {
  id: string
  name: string
  identifier: string
  /** The Auth0 Management API itself. */
  isSystem: boolean
  scopes: { value: string; description: string }[]
  /** How long a token is valid, in seconds. */
  tokenLifetime: number
}

/** The client a row is about. */
export type GrantSubject = {
  clientId: string
  name: string
  /** Why its grant can't be changed here. */
  lockedBecause?: string
}
