/** What the palette finds in the tenant, as small as it gets: it travels to the browser once. */
export type PaletteIndex = {
  /** Id, name, type, number of APIs it may call. */
  clients: [id: string, name: string, type: string, apis: number][]
  /** Id, name, identifier, number of clients that may call it. */
  apis: [id: string, name: string, identifier: string, clients: number][]
  /** Value, place of its API, description, number of clients that hold it. */
  scopes: [value: string, api: number, description: string, clients: number][]
  /** There are more clients than these; the others are asked for by name. */
  truncated: boolean
}

/** Something to go to. `kind` is also the group it is shown in. */
export type PaletteEntry = {
  kind: 'client' | 'api' | 'scope' | 'page' | 'action'
  /** Unique among all entries, and the same the next time. */
  key: string
  title: string
  /** What tells two results apart. */
  detail: string
  /** At the end of the row: a number and its unit. */
  end: string
  href: string
  /** What the letters are looked for in, folded: the title, and what stands for it. */
  text: string
}
