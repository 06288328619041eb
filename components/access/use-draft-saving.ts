'use client'

import { useEffect, useRef, useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import type { Draft, Wish } from '@/lib/access/draft'
import type { DraftEdit } from '@/lib/access/schema'
import type { ActionResult } from '@/lib/action-state'

/** Keeps an edit in the draft change set `setId`, or begins one; resolves with its id. */
export type SaveDraft = (edit: DraftEdit) => Promise<ActionResult<string>>

const atOnce = 2_000

type Kept = { draft: Draft; setId: string | undefined }

type Props = {
  draft: Draft
  /** What was kept when the page was opened. */
  begun: Kept
  onKept: (kept: Kept) => void
  toEdit: (wishes: Wish[]) => DraftEdit['put']
  save: SaveDraft
}

/**
 * Keeps the draft on the server as it is edited, one request at a time, each with what changed since the one before.
 * `settled` resolves with the set's id once nothing is left to keep, or undefined when that failed.
 */
export function useDraftSaving({ draft, begun, onKept, toEdit, save }: Props) {
  const [failure, setFailure] = useState<string>()
  const kept = useRef(begun.draft)
  const id = useRef(begun.setId)
  const wanted = useRef(draft)
  const running = useRef<Promise<string | undefined>>(undefined)
  wanted.current = draft

  /** In parts, since a request may not be of any size; what was kept of a failed one is kept again. */
  async function keep(put: Wish[], out: Wish[]) {
    const parties = out.map(({ clientId, audience }) => ({ clientId, audience }))
    let result: ActionResult<string>
    let at = 0
    do {
      const part = toEdit(put.slice(at, at + atOnce))
      result = await attempt(() => save({ setId: id.current, put: part, out: at === 0 ? parties : [] }))
      if (result.status === 'done') id.current = result.value
      at += atOnce
    } while (result.status === 'done' && at < put.length)
    return result
  }

  async function run(): Promise<string | undefined> {
    while (kept.current !== wanted.current) {
      const target = wanted.current
      const put = [...target].filter(([key, wish]) => kept.current.get(key) !== wish).map(([, wish]) => wish)
      const out = [...kept.current].filter(([key]) => !target.has(key)).map(([, wish]) => wish)
      const result = await keep(put, out)
      if (result.status !== 'done') {
        setFailure(
          result.status === 'signed_out'
            ? 'Your session ended, so this draft is only in this tab: sign in again in another one, then edit on.'
            : `This draft is only in this tab: ${result.message}`,
        )
        return undefined
      }
      setFailure(undefined)
      kept.current = target
      onKept({ draft: target, setId: result.value })
    }
    return id.current
  }

  function settled() {
    running.current ??= run().finally(() => {
      running.current = undefined
    })
    return running.current
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept depends on the draft alone
  useEffect(() => void settled(), [draft])

  return { failure, settled }
}
