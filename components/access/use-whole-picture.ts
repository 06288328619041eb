'use client'

import { startTransition, useEffect, useState } from 'react'
import { routes } from '@/lib/routes'

/**
 * The text of the picture of the whole tenant, read once the page stands and again for another reading of the tenant;
 * undefined until it is here. `failed` when the dashboard did not answer.
 */
export function useWholePicture(reading: string | undefined) {
  const [text, setText] = useState<string>()
  const [failed, setFailed] = useState(false)
  const [attempts, setAttempts] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads it again
  useEffect(() => {
    if (!reading) return
    const abort = new AbortController()
    setFailed(false)
    read(abort.signal).then(
      (whole) => startTransition(() => setText(whole)),
      () => abort.signal.aborted || setFailed(true),
    )
    return () => abort.abort()
  }, [reading, attempts])

  return { text: reading && text, failed, retry: () => setAttempts(attempts + 1) }
}

async function read(signal: AbortSignal): Promise<string> {
  const response = await fetch(routes.accessPicture(), { signal })
  if (!response.ok || response.redirected) throw new Error(`The dashboard answered ${response.status}`)
  return response.text()
}
