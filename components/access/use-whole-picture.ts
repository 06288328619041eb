'use client'

import { startTransition, useEffect, useState } from 'react'
import { type AccessPicture, type Held, unpack } from '@/lib/access/picture'
import { pictureFromText } from '@/lib/access/picture-text'
import type { Access } from '@/lib/grants/grant'
import { routes } from '@/lib/routes'

/** So many clients are unpacked in some 5 ms. */
const atATime = 1_000

export type WholePicture = { picture: AccessPicture; held: Held }

/**
 * The picture of the whole tenant, read once the page stands and again for another reading of the tenant; undefined
 * until it is here, and where the page brought it along. `failed` when the dashboard did not answer.
 */
export function useWholePicture(reading: string | undefined) {
  const [whole, setWhole] = useState<WholePicture>()
  const [failed, setFailed] = useState(false)
  const [attempts, setAttempts] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads it again
  useEffect(() => {
    if (!reading) return
    const abort = new AbortController()
    setFailed(false)
    read(abort.signal).then(
      (answer) => startTransition(() => setWhole(answer)),
      () => abort.signal.aborted || setFailed(true),
    )
    return () => abort.abort()
  }, [reading, attempts])

  return { whole: reading ? whole : undefined, failed, retry: () => setAttempts(attempts + 1) }
}

/** Step by step, since ten thousand clients take long enough for a key to wait. */
async function read(signal: AbortSignal): Promise<WholePicture> {
  const response = await fetch(routes.accessPicture(), { signal })
  if (!response.ok || response.redirected) throw new Error(`The dashboard answered ${response.status}`)
  const picture = pictureFromText(await response.text())
  const { clients, grants } = picture
  const held = new Map<string, ReadonlyMap<string, Access>>()
  for (let row = 0; row < clients.length; row += atATime) {
    await nextTask()
    signal.throwIfAborted()
    const to = row + atATime
    const rows = { ...picture, clients: clients.slice(row, to), grants: grants.slice(row, to) }
    for (const [clientId, accesses] of unpack(rows)) held.set(clientId, accesses)
  }
  return { picture, held }
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve))
