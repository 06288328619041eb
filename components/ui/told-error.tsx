'use client'

import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ErrorCode } from '@/lib/errors'
import { Button } from './button'
import { ErrorState } from './error-state'

type Props = {
  told: { code: ErrorCode; message: string }
  retry: () => void
  /** Another way on beside Try again. */
  actions?: ReactNode
}

const titles: Record<ErrorCode, string> = {
  unavailable: 'The tenant does not answer as it should',
  rate_limited: 'The tenant allows no more calls right now',
  forbidden: 'The tenant refused',
  not_found: 'The tenant does not know this',
  conflict: 'The tenant refused',
  invalid: 'The tenant refused',
}

const checks: Partial<Record<ErrorCode, ReactNode[]>> = {
  unavailable: [
    <>
      Is the tenant running? The embedded one starts with <code>npm start</code>.
    </>,
    <>
      Has its address changed? Compare <code>AUTH0_DOMAIN</code>.
    </>,
  ],
}

/** What a person sees when the tenant did not do its part: in its words, and what to check. */
export function ToldError({ told, retry, actions }: Props) {
  return (
    <ErrorState
      title={titles[told.code]}
      checks={checks[told.code]}
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
      <title>{`${titles[told.code]} · Grantboard`}</title>
      <p>{told.message}</p>
    </ErrorState>
  )
}
