/** What would put right what a sentence complains about: one button or link. */
export type Mend =
  /** Authorizes the client for the API, or adds these scopes to its grant. */
  | { kind: 'grant'; clientId: string; scopes: string[] }
  /** Opens this tab with another question. */
  | { kind: 'ask'; label: string; clientId?: string; scopes: string[] }
  /** Puts the right value into the clipboard: what is wrong stands where nobody here can write. */
  | { kind: 'copy'; label: string; text: string }
  /** A page of the client or of the API where it can be changed. */
  | {
      kind: 'open'
      page: 'client' | 'credentials' | 'scopes' | 'clients' | 'quickstart'
      clientId?: string
      label: string
    }
