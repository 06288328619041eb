'use client'

import { Check, Minus, X } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Spinner } from '@/components/ui/spinner'
import { isRunning } from '@/lib/changes/change-set'
import { useStanding } from './progress-context'

type Props = { id: number; took: number | null; undone: boolean }

/** Where a change stands, in a word. */
export function StepStatus({ id, took, undone }: Props) {
  const { state: setState, steps } = useStanding()
  const state = steps.get(id)?.state ?? 'planned'
  if (undone) return <Badge>Undone</Badge>
  if (state === 'applied')
    return (
      <span className={`${line} text-success`}>
        <Check aria-hidden="true" className="size-3.5!" /> Applied
        {took !== null && <span className="text-ink-faint tabular-nums">{(took / 1000).toFixed(2)} s</span>}
      </span>
    )
  if (state === 'failed')
    return (
      <span className={`${line} text-danger`}>
        <X aria-hidden="true" className="size-3.5!" /> Failed
      </span>
    )
  if (state === 'skipped')
    return (
      <span className={`${line} text-ink-muted`}>
        <Minus aria-hidden="true" className="size-3.5!" /> Nothing to do
      </span>
    )
  if (!isRunning(setState))
    return (
      <span className={`${line} text-ink-faint`}>
        {state === 'begun' ? 'Not known' : setState === 'discarded' ? 'Discarded' : 'Not applied'}
      </span>
    )
  if (state === 'begun')
    return (
      <span className={line}>
        <Spinner /> Applying
      </span>
    )
  return <span className={`${line} text-ink-faint`}>Waiting</span>
}

const line = 'inline-flex items-center gap-1.5 text-xs'
