import type { MatrixApi } from './picture'

/** A column of the matrix: an API, or one scope of an API that is open. */
export type MatrixColumn = {
  api: MatrixApi
  scope?: string
  /** In pixels. */
  width: number
}

const letterWidth = 7.3
const bounds = { api: [132, 200], scope: [58, 190] } as const

/** The columns from left to right; an open API without scopes stays one column. */
export function columnsOf(apis: readonly MatrixApi[], open: ReadonlySet<string>): MatrixColumn[] {
  return apis.flatMap((api): MatrixColumn[] => {
    if (!open.has(api.id) || api.scopes.length === 0) return [{ api, width: widthOf(api.name, bounds.api) }]
    const labels = scopeLabels(api.scopes)
    return api.scopes.map((scope) => ({
      api,
      scope,
      width: widthOf(labels.get(scope) ?? scope, bounds.scope),
    }))
  })
}

const widthOf = (label: string, [narrowest, widest]: readonly [number, number]) =>
  Math.round(Math.min(widest, Math.max(narrowest, label.length * letterWidth + 22)))

/** `read` for `read:orders` where no other scope of the API would be called so too. */
export function scopeLabels(scopes: readonly string[]): Map<string, string> {
  const short = (scope: string) => scope.split(':', 1)[0] || scope
  const counts = new Map<string, number>()
  for (const scope of scopes) counts.set(short(scope), (counts.get(short(scope)) ?? 0) + 1)
  const unique = scopes.every((scope) => counts.get(short(scope)) === 1)
  return new Map(scopes.map((scope) => [scope, unique ? short(scope) : scope]))
}
