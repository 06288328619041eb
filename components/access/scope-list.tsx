import { Cell } from '@/components/ui/cell'
import { holds } from '@/lib/access/cell'
import type { Access } from '@/lib/grants/grant'
import { formatNumber } from '@/lib/number-text'

const shownScopes = 12

type Props = { held: Access | null; wanted: Access | null; scopes: readonly string[] }

/** The scopes of one cell, those that matter first, and what the draft makes of them. */
export function ScopeList({ held, wanted, scopes }: Props) {
  if (!held && !wanted) return <span className="text-ink-faint">Not authorized</span>
  const gone = (wanted?.scope ?? []).filter((scope) => !scopes.includes(scope))
  const matters = (scope: string) => holds(held, scope) || holds(wanted, scope)
  const told = [...scopes, ...gone].toSorted((one, other) => Number(matters(other)) - Number(matters(one)))
  const left = told.length - shownScopes
  if (told.length === 0) return <span className="text-ink-muted">{wanted ? 'Authorized' : 'Revoked'}</span>
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {told.slice(0, shownScopes).map((scope) => {
        const [had, has] = [holds(held, scope), holds(wanted, scope)]
        const tone = has === had ? (has ? '' : 'text-ink-faint') : has ? 'text-success' : 'text-danger'
        return (
          <li key={scope} className={`flex items-center gap-1.5 ${tone}`}>
            <Cell state={has ? 'all' : 'none'} />
            <span className="sr-only">{has ? 'Granted' : 'Not granted'}</span>
            <code className="wrap-anywhere">{scope}</code>
            {has !== had && <span>{has ? 'in this draft' : 'taken away in this draft'}</span>}
            {gone.includes(scope) && <span className="text-warning">no longer defined</span>}
          </li>
        )
      })}
      {left > 0 && <li className="text-ink-faint">and {formatNumber(left)} more</li>}
    </ul>
  )
}
