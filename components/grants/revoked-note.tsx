import { Clock } from 'lucide-react'
import type { ComponentProps } from 'react'
import { AccessEnds } from '@/components/usage/access-ends'

/** What lasts after revoking; shown right after it. */
export function RevokedNote(ends: Pick<ComponentProps<typeof AccessEnds>, 'lifetime' | 'read'>) {
  return (
    <p className="flex gap-2 pr-3 pb-2.5 pl-23 text-xs text-ink-muted max-wide:pl-15">
      <Clock aria-hidden="true" className="mt-px size-3.5! text-ink-faint" />
      <span>
        Revoked. <AccessEnds {...ends} />
      </span>
    </p>
  )
}
