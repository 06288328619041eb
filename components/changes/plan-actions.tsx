'use client'

import { useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { TextField } from '@/components/ui/text-field'
import { useAttempt } from '@/components/ui/use-attempt'
import { useTypedEarly } from '@/components/ui/use-typed-early'
import type { ActionResult } from '@/lib/action-state'
import { counted } from '@/lib/counted'
import { formatNumber } from '@/lib/number-text'
import { costInWords } from './cost'

type Props = {
  setId: string
  counts: { ready: number; refused: number; total: number }
  cost: { calls: number; perSecond?: number }
  reason: string
  apply: (input: { setId: string; reason: string }) => Promise<ActionResult>
  discard: (setId: string) => Promise<ActionResult>
}

/** Why, then applying or letting go of it; what was typed stays when neither worked. */
export function PlanActions({ setId, counts, cost, reason: known, apply, discard }: Props) {
  const [reason, setReason] = useState(known)
  const [doing, setDoing] = useState<'apply' | 'discard'>()
  const { pending, failure, run } = useAttempt()
  const field = useRef<HTMLInputElement>(null)
  useTypedEarly(field, reason, setReason)

  function press(name: 'apply' | 'discard', action: () => Promise<ActionResult>) {
    setDoing(name)
    run(action)
  }

  return (
    <form
      className="mb-5 border-b border-line-strong pb-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending && counts.ready > 0) press('apply', () => apply({ setId, reason }))
      }}
    >
      <div className="flex items-end gap-2 max-wide:flex-wrap">
        <div className="min-w-0 flex-1 max-wide:basis-full">
          <TextField
            ref={field}
            label="Reason (optional)"
            placeholder="Stands beside these changes in Activity"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <Button
          busy={pending && doing === 'discard' && 'Discarding'}
          disabled={pending}
          onClick={() => press('discard', () => discard(setId))}
        >
          Discard
        </Button>
        <Button
          type="submit"
          kind="primary"
          busy={pending && doing === 'apply' && 'Starting'}
          disabled={pending}
          disabledReason={counts.ready === 0 ? 'None of these changes can be made now' : undefined}
        >
          {counts.ready === counts.total
            ? `Apply ${counted(counts.total, 'change')}`
            : `Apply ${formatNumber(counts.ready)} of ${counted(counts.total, 'change')}`}
        </Button>
      </div>
      <p className="mt-2 text-ink-muted">
        {costInWords(cost)}
        {counts.refused > 0 &&
          ` ${counted(counts.refused, 'change')} would be refused: plan ${counts.refused === 1 ? 'it' : 'them'} anew or leave ${counts.refused === 1 ? 'it' : 'them'} out.`}
      </p>
      {failure && (
        <div className="mt-3">
          <Banner tone="danger" role="alert" title={doing === 'apply' ? 'Not started.' : 'Not discarded.'}>
            <FailureText failure={failure} />
          </Banner>
        </div>
      )}
    </form>
  )
}
