'use client'

import { lazy, Suspense } from 'react'
import type { FailureProps } from '@/components/shell/failure'

/** Loaded when something fails, for every page would carry it. */
const PageFailure = lazy(async () => ({
  default: (await import('@/components/shell/page-failure')).PageFailure,
}))

export default function ConsoleError(failure: FailureProps) {
  return (
    <Suspense>
      <PageFailure {...failure} />
    </Suspense>
  )
}
