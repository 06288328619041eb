'use client'

import { lazy, Suspense } from 'react'
import type { FailureProps } from '@/components/shell/failure'

/** Loaded when something fails, for every page would carry it. */
const Failure = lazy(async () => ({ default: (await import('@/components/shell/failure')).Failure }))

export default function ErrorPage(failure: FailureProps) {
  return (
    <Suspense>
      <Failure {...failure} />
    </Suspense>
  )
}
