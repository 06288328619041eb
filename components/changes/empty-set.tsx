'use client'

import { useState, useTransition } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FailureText } from '@/components/ui/failure-text'
import type { ActionFailure, ActionResult } from '@/lib/action-state'

/** Every change was left out, so there is nothing to apply. */
export function EmptySet({ discard }: { discard: () => Promise<ActionResult> }) {
  const [failure, setFailure] = useState<ActionFailure>()
  const [pending, startTransition] = useTransition()
  const press = () =>
    startTransition(async () => {
      const result = await attempt(discard)
      if (result.status !== 'done') setFailure(result)
    })
  return (
    <EmptyState
      art="off"
      title="No change is left in this set"
      actions={
        <Button busy={pending && 'Discarding'} onClick={press}>
          Discard change set
        </Button>
      }
    >
      <p>What was in it was left out, or was in the tenant already.</p>
      {failure && (
        <Banner tone="danger" role="alert" title="Not discarded.">
          <FailureText failure={failure} />
        </Banner>
      )}
    </EmptyState>
  )
}
