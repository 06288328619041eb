import { Clock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import { accessEndText } from '@/components/usage/access-end-text'
import type { ActionResult } from '@/lib/action-state'
import type { LastToken } from '@/lib/observations/last-token'

type Props = {
  /** Seconds. */
  lifetime: number
  /** The client may have got a token since the page was read. */
  read: () => Promise<ActionResult<LastToken>>
}

/** What lasts after revoking; shown right after it, so the clock runs from now until the last token is known. */
export function RevokedNote({ lifetime, read }: Props) {
  const [now] = useState(() => new Date())
  const [reading] = useState(() => () => attempt(read))
  const [last, setLast] = useState<LastToken>({ at: null, since: null })

  useEffect(() => {
    let left = false
    reading().then((result) => {
      if (!left && result.status === 'done') setLast(result.value)
    })
    return () => {
      left = true
    }
  }, [reading])

  return (
    <p className="flex gap-2 pr-3 pb-2.5 pl-23 text-xs text-ink-muted max-wide:pl-15">
      <Clock aria-hidden="true" className="mt-px size-3.5! text-ink-faint" />
      <span>Revoked. {accessEndText(last, lifetime, now)}</span>
    </p>
  )
}
