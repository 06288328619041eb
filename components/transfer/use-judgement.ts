import { useEffect, useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import type { ActionFailure, ActionResult } from '@/lib/action-state'
import type { Judgement } from '@/lib/transfer/judgement'
import type { ImportInput } from '@/lib/transfer/schema'

/** How long typing has to rest before what was typed is looked at. */
const rest = 400

export type Source = { text: string; file?: File }
type How = Omit<ImportInput, 'source'>

/** What the dashboard is told of an import. */
export const inputOf = async ({ text, file }: Source, how: How): Promise<ImportInput> => ({
  source: file ? new Uint8Array(await file.arrayBuffer()) : text,
  ...how,
})

/** Has the import judged each time it rests; `pending` while the verdicts are of something else or of nothing. */
export function useJudgement(
  judge: (input: ImportInput) => Promise<ActionResult<Judgement>>,
  { text, file }: Source,
  { exactly, apiId }: How,
) {
  const [answer, setAnswer] = useState<{ of: unknown; result: ActionResult<Judgement> }>()
  const empty = !file && text.trim() === ''
  const of = `${exactly} ${file ? `${file.name} ${file.size} ${file.lastModified}` : text}`

  useEffect(() => {
    if (empty) return
    let given = true
    const timer = setTimeout(
      async () => {
        const result = await attempt(async () => judge(await inputOf({ text, file }, { exactly, apiId })))
        if (given) setAnswer({ of, result })
      },
      file ? 0 : rest,
    )
    return () => {
      given = false
      clearTimeout(timer)
    }
  }, [judge, text, file, exactly, apiId, of, empty])

  const result = empty ? undefined : answer?.result
  const failure: ActionFailure | undefined = result && result.status !== 'done' ? result : undefined
  return {
    judgement: result?.status === 'done' ? result.value : undefined,
    failure,
    pending: !empty && answer?.of !== of,
  }
}
