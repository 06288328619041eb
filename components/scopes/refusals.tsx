'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import type { ActionFailure } from '@/lib/action-state'
import type { Scope } from '@/lib/apis/api'

export type NotAdded = { key: number; scope: Scope; failure: ActionFailure }

type Props = {
  refusals: NotAdded[]
  onRetry: (refusal: NotAdded) => void
  onDiscard: (refusal: NotAdded) => void
}

/** Scopes the tenant did not take, as they were typed, until they are sent again or given up. */
export function Refusals({ refusals, onRetry, onDiscard }: Props) {
  return refusals.map((refusal) => (
    <div key={refusal.key} className="mt-3">
      <Banner
        tone="danger"
        role="alert"
        title={
          <>
            <code>{refusal.scope.value}</code> was not added.
          </>
        }
        action={
          <>
            <Button small onClick={() => onDiscard(refusal)}>
              Discard
            </Button>
            <Button small onClick={() => onRetry(refusal)}>
              Add again
            </Button>
          </>
        }
      >
        <FailureText failure={refusal.failure} />
        {refusal.scope.description && ` Its description: ${refusal.scope.description}`}
      </Banner>
    </div>
  ))
}
