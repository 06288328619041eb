'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { CopyActions, CopyClient } from './copy-actions'

/** Loaded when it is asked for: most visits copy nothing. */
const CopyAccessDialog = dynamic(
  () => import('./copy-access-dialog').then((module) => module.CopyAccessDialog),
  { ssr: false },
)

type Props = { client: CopyClient; actions: CopyActions }

export function CopyAccessButton({ client, actions }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>Copy access…</Button>
      {asking && <CopyAccessDialog client={client} actions={actions} onClose={() => setAsking(false)} />}
    </>
  )
}
