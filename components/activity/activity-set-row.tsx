import { ChevronRight } from 'lucide-react'
import { UndoButton } from '@/components/changes/undo-button'
import { fullTimestamp } from '@/components/ui/age'
import type { ActionResult } from '@/lib/action-state'
import type { ActivitySet } from '@/lib/changes/activity'
import { cannotBeUndone } from '@/lib/changes/invert'
import { timeOfDay } from './day'
import { SetChanges } from './set-changes'
import { setLine } from './set-line'
import { SetOutcome } from './set-outcome'

type Props = { set: ActivitySet; undo: () => Promise<ActionResult> }

/** When, what, who and why, and what came of it; opens, also without JavaScript, to before and after. */
export function ActivitySetRow({ set, undo }: Props) {
  const { at, author, reason } = set
  const title = setLine(set)
  return (
    <li className="relative border-b border-line has-[details[open]]:bg-sunken">
      <details className="group">
        <summary className="grid min-h-13 list-none grid-cols-[44px_minmax(0,1fr)_150px_110px_26px] items-center gap-x-4 px-3 py-1.5 group-not-open:hover:bg-hover focus-visible:-outline-offset-2 max-wide:grid-cols-[44px_minmax(0,1fr)_16px] max-wide:gap-x-3 max-wide:px-4 [&::-webkit-details-marker]:hidden">
          <time
            dateTime={at}
            title={fullTimestamp(new Date(at))}
            className="text-ink-faint max-wide:self-start"
          >
            {timeOfDay(at)}
          </time>
          <span className="min-w-0">
            <span className="block font-medium wrap-anywhere">{title}</span>
            <span className="block text-xs leading-[1.125rem] text-ink-faint wrap-anywhere">
              {author}
              {reason && ` · ${reason}`}
            </span>
          </span>
          <span className="text-ink-muted max-wide:col-start-2 max-wide:row-start-2 max-wide:text-xs">
            <SetOutcome set={set} />
          </span>
          <span className="max-wide:hidden" />
          <ChevronRight
            aria-hidden="true"
            className="justify-self-center text-ink-faint transition-transform group-open:rotate-90 max-wide:col-start-3 max-wide:row-start-1"
          />
        </summary>
        <SetChanges set={set} />
      </details>
      <div className="absolute top-[11px] right-13 flex w-27 justify-end max-wide:static max-wide:w-auto max-wide:justify-start max-wide:pb-2 max-wide:pl-[72px] max-wide:empty:hidden">
        {canUndo(set) ? (
          <UndoButton small undo={undo} of={title} />
        ) : (
          isFinal(set) && (
            <span className="py-1 text-xs whitespace-nowrap text-ink-faint">Cannot be undone</span>
          )
        )}
      </div>
    </li>
  )
}

const canUndo = ({ changes, state }: ActivitySet) =>
  state !== 'applying' &&
  state !== 'stopping' &&
  changes.some(
    (change) => change.state === 'applied' && !change.undone && cannotBeUndone(change) === undefined,
  )

const isFinal = ({ changes }: ActivitySet) =>
  changes.some((change) => change.state === 'applied' && !change.undone)
