'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FailureText } from '@/components/ui/failure-text'
import { useAttempt } from '@/components/ui/use-attempt'
import type { ActionResult } from '@/lib/action-state'

/** Every change was left out, so there is nothing to apply. */
export function EmptySet({ discard }: { discard: () => Promise<ActionResult> }) {
  const { pending, failure, run } = useAttempt()
  return (
    <EmptyState
      art="off"
      title="No change is left in this set"
      actions={
        <Button busy={pending && 'Discarding'} onClick={() => run(discard)}>
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
