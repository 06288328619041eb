'use client'

import { useOptimistic, useState, useTransition } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Banner } from '@/components/ui/banner'
import { FailureText } from '@/components/ui/failure-text'
import { Switch } from '@/components/ui/switch'
import { toastDone } from '@/components/ui/toast'
import type { ActionFailure, ActionResult } from '@/lib/action-state'
import { formatNumber } from '@/lib/number-text'

type Props = {
  enabled: boolean
  /** How many APIs the tenant has. */
  apis: number
  save: (enabled: boolean) => Promise<ActionResult>
}

/** "Enable APIs Section": saved at once, for everybody who uses this tenant's dashboard. */
export function ApisSwitch({ enabled, apis, save }: Props) {
  const [shown, show] = useOptimistic(enabled)
  const [failure, setFailure] = useState<ActionFailure>()
  const [pending, startTransition] = useTransition()

  function change(next: boolean) {
    if (pending) return
    startTransition(async () => {
      setFailure(undefined)
      show(next)
      const result = await attempt(() => save(next))
      if (result.status !== 'done') return setFailure(result)
      toastDone(next ? 'APIs are in the menu' : 'APIs are hidden from the menu')
    })
  }

  return (
    <div>
      <Switch
        label="Enable APIs Section"
        checked={shown}
        busy={pending && 'Saving'}
        onChange={(event) => change(event.target.checked)}
        hint={`Shows APIs in the menu. Off hides the section and nothing else: ${apis === 1 ? 'the API' : `the ${formatNumber(apis)} APIs`}, their client grants and every token go on working. Saved at once.`}
      />
      {failure && (
        <div className="mt-2">
          <Banner tone="danger" role="alert" title="Not saved.">
            <FailureText failure={failure} />
          </Banner>
        </div>
      )}
    </div>
  )
}
