/** What depends on an API, as it is said before the API is deleted. */
export type ApiImpact = {
  /** How many clients are authorized for it. */
  clients: number
  /** When a token that is issued now has expired: "25 Nov, 13:41 UTC". */
  lastTokenEnds: string
}

export const clientsLoseAccess = (clients: number) =>
  clients === 0
    ? 'No client is authorized for it.'
    : `${clients.toLocaleString('en')} ${clients === 1 ? 'client loses' : 'clients lose'} access.`

export const howManyScopes = (count: number) =>
  count === 1 ? '1 scope' : `${count.toLocaleString('en')} scopes`
