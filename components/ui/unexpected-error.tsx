'use client'

import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { ErrorState } from './error-state'

type Props = {
  error: unknown
  retry: () => void
  /** Another way on beside Try again. */
  actions?: ReactNode
}

/** What a person sees of a bug: nothing of its inside, and the reference under which the log has all of it. */
export function UnexpectedError({ error, retry, actions }: Props) {
  return (
    <ErrorState
      title="This page could not be shown"
      reference={referenceOf(error)}
      checks={[
        'Try again: it may have been a moment without an answer.',
        'If it stays, look up the reference in the log of the dashboard.',
      ]}
      actions={
        <>
          <Button kind="primary" icon={<RefreshCw aria-hidden="true" />} onClick={retry}>
            Try again
          </Button>
          {actions}
        </>
      }
    >
      {/* The page's own title came with what failed. */}
      <title>This page could not be shown · Grantboard</title>
      <p>The dashboard failed while it put this page together. Showing it changed nothing.</p>
    </ErrorState>
  )
}

function referenceOf(error: unknown) {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return
  return typeof error.digest === 'string' ? error.digest : undefined
}
