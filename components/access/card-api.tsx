import { Checkbox } from '@/components/ui/checkbox'
import { ScopeMeter } from '@/components/ui/scope-meter'
import { cellState, holds, toggled, withScope } from '@/lib/access/cell'
import type { MatrixApi } from '@/lib/access/picture'
import type { Access } from '@/lib/grants/grant'

type Props = {
  api: MatrixApi
  held: Access | null
  /** With the draft. */
  shown: Access | null
  lockedBecause?: string
  open: boolean
  onOpen: (open: boolean) => void
  onWant: (to: Access | null) => void
}

/** An API on the card of a client, and opened its scopes. */
export function CardApi({ api, held, shown, lockedBecause, open, onOpen, onWant }: Props) {
  const { fill, granted, of } = cellState(shown, api)
  const disabled = lockedBecause !== undefined
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <div className="flex items-center gap-3">
        <Checkbox
          grant
          label={api.name}
          checked={fill === 'all'}
          some={fill === 'some'}
          disabled={disabled}
          onChange={() => {
            const to = toggled(held, shown, api)
            if (to === undefined) onOpen(true)
            else onWant(to)
          }}
        />
        {of > 0 && (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => onOpen(!open)}
            className="ml-auto min-h-6 text-xs"
          >
            <ScopeMeter granted={granted} of={of} />
            <span className="sr-only"> scopes of {api.name}</span>
          </button>
        )}
      </div>
      {lockedBecause && <p className="mt-1 text-xs text-ink-muted">{lockedBecause}</p>}
      {open && (
        <div className="mt-2 grid gap-1 pl-6.5">
          {api.scopes.map((scope) => (
            <Checkbox
              key={scope}
              grant
              label={scope}
              checked={holds(shown, scope)}
              disabled={disabled}
              onChange={({ target }) => onWant(withScope(held, shown, api, scope, target.checked))}
            />
          ))}
        </div>
      )}
    </li>
  )
}
