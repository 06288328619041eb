'use client'

import type { ActionFailure } from '@/lib/action-state'
import { routes } from '@/lib/routes'
import { here } from './here'

/** Why an action did not do its work, in words, with the way back in when the session ended. */
export function FailureText({ failure }: { failure: ActionFailure }) {
  if (failure.status === 'failed') return failure.message
  return (
    <>
      Your session ended. Nothing was changed. <a href={routes.signIn(here())}>Sign in again</a>, then repeat
      it.
    </>
  )
}
