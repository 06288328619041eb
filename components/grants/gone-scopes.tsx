'use client'

import { TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'

type Props = { scopes: string[]; readOnly: boolean; onRemove: (scope: string) => void }

/** Scopes that the grant still holds and the API no longer defines. */
export function GoneScopes({ scopes, readOnly, onRemove }: Props) {
  if (scopes.length === 0) return null
  return (
    <ul aria-label="Scopes the API no longer defines" className="mt-1 border-t border-line pt-1">
      {scopes.map((value) => (
        <li
          key={value}
          className="grid min-h-7 grid-cols-[16px_minmax(180px,auto)_minmax(0,1fr)_auto] items-center gap-x-2.5 max-wide:grid-cols-[16px_minmax(0,1fr)_auto]"
        >
          <TriangleAlert aria-hidden="true" className="text-warning" />
          <code className="wrap-anywhere">{value}</code>
          <p className="text-ink-muted max-wide:order-1 max-wide:col-span-2 max-wide:col-start-2 max-wide:text-xs">
            Granted, but the API no longer defines it.
          </p>
          {!readOnly && (
            <Button small onClick={() => onRemove(value)} aria-label={`Remove ${value} from the grant`}>
              Remove
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
