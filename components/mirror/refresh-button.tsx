'use client'

import { RefreshCw } from 'lucide-react'
import { useState, useTransition } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Spinner } from '@/components/ui/spinner'
import type { ActionResult } from '@/lib/action-state'

export type RefreshMirror = () => Promise<ActionResult>

type Props = {
  refresh: RefreshMirror
  /** What stands on the button; without it an icon does. */
  label?: string
}

/** Has the tenant read at once, and says why where that fails. */
export function RefreshButton({ refresh, label }: Props) {
  const [isReading, startReading] = useTransition()
  const [complaint, setComplaint] = useState<string>()
  const read = () =>
    startReading(async () => {
      const result = await attempt(refresh)
      setComplaint(result.status === 'failed' ? result.message : undefined)
    })
  if (label)
    return (
      <Button small busy={isReading && 'Trying'} onClick={read}>
        {label}
      </Button>
    )
  return (
    <>
      <IconButton
        label="Refresh"
        icon={isReading ? <Spinner /> : <RefreshCw aria-hidden="true" />}
        aria-busy={isReading}
        onClick={read}
      />
      {complaint && (
        <span role="alert" className="text-danger">
          {complaint}
        </span>
      )}
    </>
  )
}
