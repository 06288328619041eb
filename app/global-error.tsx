'use client'

import { lazy, Suspense } from 'react'
import { Bare } from '@/components/shell/bare'
import type { FailureProps } from '@/components/shell/failure'
import { fonts } from './fonts'
import './globals.css'

/** Loaded when something fails, for every page would carry it. */
const UnexpectedError = lazy(async () => ({
  default: (await import('@/components/ui/unexpected-error')).UnexpectedError,
}))

/** Stands in for the root layout when that one fails, so it brings its own document. */
export default function GlobalError({ error, retry }: FailureProps) {
  return (
    <html lang="en" className={fonts}>
      <body>
        <title>Failure · Grantboard</title>
        <Bare>
          <Suspense>
            <UnexpectedError error={error} retry={retry} />
          </Suspense>
        </Bare>
      </body>
    </html>
  )
}
