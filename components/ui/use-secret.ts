'use client'

import { useState } from 'react'
import type { ActionFailure, ActionResult } from '@/lib/action-state'

const unreachable: ActionFailure = {
  status: 'failed',
  code: 'unavailable',
  message: 'The dashboard did not answer. Nothing was changed. Try again.',
}

/** A secret that is fetched only when asked for, and forgotten when it is hidden. */
export function useSecret(reveal: () => Promise<ActionResult<string>>) {
  const [secret, setSecret] = useState<string>()
  const [failure, setFailure] = useState<ActionFailure>()
  const [fetching, setFetching] = useState(false)

  async function fetchSecret() {
    if (secret !== undefined) return secret
    setFetching(true)
    setFailure(undefined)
    const result = await reveal().catch(() => unreachable)
    setFetching(false)
    if (result.status === 'done') return result.value
    setFailure(result)
  }

  return {
    secret,
    failure,
    fetching,
    fetchSecret,
    show: async () => setSecret(await fetchSecret()),
    hide: () => setSecret(undefined),
  }
}
