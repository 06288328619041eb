'use client'

import { BellOff } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import type { FindingName } from '@/lib/findings/schema'
import type { SnoozeActions } from './snooze-actions'

/** Loaded when it is asked for: most visits put nothing aside. */
const SnoozeDialog = dynamic(() => import('./snooze-dialog').then((module) => module.SnoozeDialog), {
  ssr: false,
})

type Props = { name: FindingName; snooze: SnoozeActions['snooze'] }

export function SnoozeButton({ name, snooze }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <span className="-my-1 flex-none">
        <IconButton label={`Put aside: ${name.subject}`} icon={<BellOff />} onClick={() => setAsking(true)} />
      </span>
      {asking && <SnoozeDialog name={name} snooze={snooze} onClose={() => setAsking(false)} />}
    </>
  )
}
