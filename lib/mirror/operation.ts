type MirroredKind = 'clients' | 'apis' | 'grants' | 'settings'

/** What a call of the Management API does to what is mirrored. */
export type Operation = {
  kind: MirroredKind
  /** What the path names: an id, of APIs also an identifier. Absent where something is created. */
  id?: string
  deletes: boolean
  /** Whether the answer is the whole object as it is afterwards. */
  answersObject: boolean
}

const kinds: Record<string, MirroredKind> = {
  clients: 'clients',
  'resource-servers': 'apis',
  'client-grants': 'grants',
}

/**
 * The operation behind a method and a path ("/api/v2/clients/abc"); null for one that touches nothing mirrored,
 * undefined for one that may but isn't understood.
 */
export function operationOf(method: string, path: string): Operation | null | undefined {
  const [, rest = ''] = /\/api\/v2\/(.*?)\/?(?:\?.*)?$/.exec(path) ?? []
  const [collection = '', id, ...deeper] = rest.split('/').map(decoded)
  const verb = method.toUpperCase()
  if (verb === 'GET') return null
  if (rest === 'tenants/settings') return { kind: 'settings', deletes: false, answersObject: true }

  const kind = kinds[collection]
  if (!kind) return null
  if (id === undefined) return verb === 'POST' ? { kind, deletes: false, answersObject: true } : undefined
  const whole = deeper.length === 0 || deeper[0] === 'rotate-secret'
  const deletes = verb === 'DELETE' && deeper.length === 0
  return { kind, id, deletes, answersObject: whole && !deletes }
}

function decoded(part: string) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
