import type { LogEntry } from './log-entry.ts'
import { operationOf } from './operation.ts'

type Objects = { clients: Set<string>; apis: Set<string>; grants: Set<string> }

/** What entries of the log say has changed. */
export type Touched = {
  /** To be read again, by id. */
  changed: Objects
  removed: Objects
  settings: boolean
  /** Something changed that the entry doesn't name: "PUT /api/v2/clients". */
  unknown?: string
}

/** What the entries (`sapi`: a write through the Management API) say has changed; their order doesn't matter. */
export function touchedBy(entries: LogEntry[]): Touched {
  const touched: Touched = { changed: none(), removed: none(), settings: false }
  for (const entry of entries) if (isDoneWrite(entry)) add(touched, entry)
  for (const kind of ['clients', 'apis', 'grants'] as const) {
    for (const id of touched.removed[kind]) touched.changed[kind].delete(id)
  }
  return touched
}

/** Whether the entry tells of a write that the tenant carried out. */
const isDoneWrite = ({ type, details }: LogEntry) =>
  type === 'sapi' && (details?.response?.statusCode ?? 200) < 400

function add(touched: Touched, { details }: LogEntry) {
  const { method = '', path = '' } = details?.request ?? {}
  const operation = operationOf(method, path)
  if (operation === null) return
  const id = operation?.id ?? idIn(details?.response?.body)
  if (operation?.kind === 'settings') touched.settings = true
  else if (!operation || id === undefined) touched.unknown = `${method.toUpperCase()} ${path}`
  // An API that was deleted by its identifier may be there again under the same one.
  else if (operation.deletes && !(operation.kind === 'apis' && !isApiId(id)))
    touched.removed[operation.kind].add(id)
  else touched.changed[operation.kind].add(id)
}

const isApiId = (id: string) => /^[\da-f]{24}$/.test(id)

function idIn(body: Record<string, unknown> | undefined): string | undefined {
  const id = body?.id ?? body?.client_id
  return typeof id === 'string' ? id : undefined
}

const none = (): Objects => ({ clients: new Set(), apis: new Set(), grants: new Set() })
