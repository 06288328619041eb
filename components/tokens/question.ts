/** What the Test tab is asked; all of it is in the address. */
export type Question = {
  /** Client ID. */
  client: string | undefined
  /** None: the request has no `scope`. */
  scopes: string[]
  /** The scope that the call to the API needs; empty when nobody said. */
  need: string
  /** The address that is called with the token; empty for what the API's identifier suggests. */
  call: string
}
