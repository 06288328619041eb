import { WordsText } from '@/components/tokens/words-text'
import { Link } from '@/components/ui/link'
import type { Finding } from '@/lib/findings/finding'
import { sayFinding } from './finding-words'
import type { SnoozeActions } from './snooze-actions'
import { SnoozeButton } from './snooze-button'

type Props = { finding: Finding; since: string | null; snooze: SnoozeActions['snooze'] }

/** One finding: whom it is about, what it is, the way to do something about it, and the way to put it aside. */
export function FindingItem({ finding, since, snooze }: Props) {
  const { client, kind, object } = finding
  const { what, href, todo } = sayFinding(finding, new Date(), since)
  const subject = 'api' in finding && finding.api ? `${client.name}, ${finding.api.name}` : client.name
  return (
    <li className="flex gap-1 py-0.5 text-xs leading-[1.125rem] text-ink-faint">
      <p className="min-w-0 flex-1">
        <span className="text-ink-muted">{client.name}</span>
        {kind === 'gone_scopes' ? ' ' : ': '}
        <WordsText words={what} />.{' '}
        <Link href={href} aria-label={`${todo}: ${subject}`} className="whitespace-nowrap text-ink-muted">
          {todo}
        </Link>
      </p>
      <SnoozeButton name={{ kind, object, subject }} snooze={snooze} />
    </li>
  )
}
