'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import type { ActionFailure, ActionResult } from '@/lib/action-state'
import type { TokenApi } from '@/lib/tokens/token'

type Props = {
  api: TokenApi
  create: () => Promise<ActionResult<string>>
  onCreated: (clientId: string) => void
}

/** Nobody could get a token yet; one button makes a client that can. */
export function NoTestClient({ api, create, onCreated }: Props) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ActionFailure>()

  async function onCreate() {
    setBusy(true)
    setFailure(undefined)
    const result = await attempt(create)
    setBusy(false)
    if (result.status === 'done') return onCreated(result.value)
    setFailure(result)
  }

  return (
    <div className="grid grid-cols-1 gap-3">
      <Banner
        title="No client is authorized for this API."
        action={
          <Button icon={<Plus aria-hidden="true" />} busy={busy && 'Creating'} onClick={onCreate}>
            Create a test client
          </Button>
        }
      >
        A test client is a Non Interactive client named “{api.name} (Test Application)”, authorized{' '}
        {api.isSystem
          ? 'without any scope'
          : api.scopes.length > 0
            ? 'with every scope of this API'
            : 'for it'}
        .
      </Banner>
      {failure && (
        <Banner tone="danger" role="alert">
          <FailureText failure={failure} />
        </Banner>
      )}
    </div>
  )
}
