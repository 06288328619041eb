'use client'

import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import { Bare } from '@/components/shell/bare'
import { UnexpectedError } from '@/components/ui/unexpected-error'
import './globals.css'

type Props = { error: unknown; retry: () => void }

/** Stands in for the root layout when that one fails, so it brings its own document. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <title>Failure · Grantboard</title>
        <Bare>
          <UnexpectedError error={error} retry={retry} />
        </Bare>
      </body>
    </html>
  )
}
