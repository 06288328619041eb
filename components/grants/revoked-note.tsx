import { Clock } from 'lucide-react'
import { useState } from 'react'
import { lastTokenEnds } from '@/lib/apis/lifetime'

/** What lasts after revoking; shown right after it, so the clock runs from now. */
export function RevokedNote({ lifetime }: { lifetime: number }) {
  const [until] = useState(() => lastTokenEnds(lifetime, new Date()))
  return (
    <p className="flex gap-2 pr-3 pb-2.5 pl-23 text-xs text-ink-muted max-wide:pl-15">
      <Clock aria-hidden="true" className="mt-px size-3.5! text-ink-faint" />
      <span>
        Revoked. Tokens issued before stay valid until they expire, the last one at{' '}
        <b className="font-medium text-ink">{until}</b> at the latest.
      </span>
    </p>
  )
}
