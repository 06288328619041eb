import { CircleAlert, Clock, TriangleAlert } from 'lucide-react'
import type { FindingKind, Findings, Snoozed } from '@/lib/findings/finding'
import { formatNumber } from '@/lib/number-text'
import { FindingItem } from './finding-item'
import { findingTitle } from './finding-words'
import { SectionHead } from './section-head'
import type { SnoozeActions } from './snooze-actions'
import { SnoozedList } from './snoozed-list'

type Props = {
  groups: Findings[]
  snoozed: Snoozed[]
  /** When observing began; null before. */
  since: string | null
  actions: SnoozeActions
}

const shown = 3

/** What nobody asked about and somebody should know; nothing at all when there is nothing. */
export function WorthALook({ groups, snoozed, since, actions }: Props) {
  if (groups.length === 0 && snoozed.length === 0) return null
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  return (
    <section aria-labelledby="worth-a-look" className="mb-8">
      <SectionHead id="worth-a-look" title="Worth a look">
        {formatNumber(total)}
      </SectionHead>
      {groups.length === 0 && (
        <p className="border-b border-line py-2.5 text-ink-muted">Nothing but what was put aside.</p>
      )}
      {groups.map((group) => (
        <Group key={group.kind} group={group} since={since} actions={actions} />
      ))}
      <SnoozedList snoozed={snoozed} takeBack={actions.takeBack} />
    </section>
  )
}

type GroupProps = { group: Findings } & Pick<Props, 'since' | 'actions'>

function Group({ group: { kind, total, findings }, since, actions }: GroupProps) {
  const Icon = icons[kind] ?? TriangleAlert
  const items = findings.map((finding) => (
    <FindingItem key={finding.object} finding={finding} since={since} snooze={actions.snooze} />
  ))
  const hidden = total - findings.length
  return (
    <div className="flex gap-2.5 border-b border-line py-2.5">
      <Icon aria-hidden="true" className="mt-0.5 size-3.5! flex-none text-warning" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <h3 className="font-medium">{findingTitle[kind](total)}</h3>
        <ul>{items.slice(0, shown)}</ul>
        {items.length > shown && (
          <details className="group">
            <summary className="w-fit cursor-pointer py-0.5 text-xs text-ink-muted hover:text-ink group-open:hidden">
              {formatNumber(total - shown)} more
            </summary>
            <ul>{items.slice(shown)}</ul>
            {hidden > 0 && (
              <p className="py-0.5 text-xs text-ink-faint">
                And {formatNumber(hidden)} more, once these are done.
              </p>
            )}
          </details>
        )}
      </div>
    </div>
  )
}

const icons: Partial<Record<FindingKind, typeof Clock>> = {
  failing: CircleAlert,
  unused_client: Clock,
  unused_grant: Clock,
  no_grant: Clock,
}
