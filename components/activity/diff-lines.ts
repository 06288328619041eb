import type { DiffLine } from '@/components/ui/diff'
import type { Snapshot } from '@/lib/changes/change'
import { formatNumber } from '@/lib/number-text'

const labels: Record<string, string> = {
  name: 'Name',
  description: 'Description',
  type: 'Type',
  grantTypes: 'Grant types',
  authMethod: 'Authentication method',
  identifier: 'Identifier',
  signingAlgorithm: 'Signing algorithm',
  isFirstParty: 'First party',
  metadata: 'Metadata',
  tokenLifetime: 'Token lifetime',
  tokenDialect: 'Token dialect',
  enforcePolicies: 'Enforce RBAC policies',
  clientPolicy: 'Policy for clients',
  allScopes: 'All scopes, also later ones',
  friendlyName: 'Friendly name',
  defaultAudience: 'Default audience',
  apisEnabled: 'Enable APIs Section',
  tokenQuota: 'Token quota',
  value: 'Scope',
}

/** Before and after as lines: a line per scope, a line per field, what stayed as it was without a sign. */
export function diffLines(before: Snapshot | null, after: Snapshot | null): DiffLine[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...fields].flatMap((field) => fieldLines(field, before?.[field], after?.[field]))
}

function fieldLines(field: string, before: unknown, after: unknown): DiffLine[] {
  if (Array.isArray(before) || Array.isArray(after)) return listLines(items(before), items(after))
  // A switch that was and stays off says nothing, nor does one of what was not there before or is not there after.
  if (!before && !after) return []
  const [was, is] = [text(field, before), text(field, after)]
  if (was === is) return was === undefined ? [] : [{ kind: 'same', text: was }]
  const lines: DiffLine[] = []
  if (was !== undefined) lines.push({ kind: 'del', text: was })
  if (is !== undefined) lines.push({ kind: 'add', text: is })
  return lines
}

type Item = { text: string; note?: string }

function listLines(before: Item[], after: Item[]): DiffLine[] {
  const within = (list: Item[], item: Item) =>
    list.some((other) => other.text === item.text && other.note === item.note)
  return [
    ...before.map((item) => ({ kind: within(after, item) ? 'same' : 'del', ...item }) as const),
    ...after.filter((item) => !within(before, item)).map((item) => ({ kind: 'add', ...item }) as const),
  ]
}

function items(value: unknown): Item[] {
  if (!Array.isArray(value)) return []
  return value.map((item) =>
    typeof item === 'object' && item !== null && 'value' in item
      ? { text: String(item.value), note: 'description' in item ? String(item.description) : undefined }
      : { text: String(item) },
  )
}

function text(field: string, value: unknown) {
  if (value === undefined || value === null || value === '') return undefined
  const label = labels[field] ?? field
  if (typeof value === 'boolean') return `${label}: ${value ? 'on' : 'off'}`
  if (field === 'tokenLifetime') return `${label}: ${formatNumber(Number(value))} s`
  return `${label}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`
}
