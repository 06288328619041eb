import { Button } from '@/components/ui/button'
import { Dock } from '@/components/ui/dock'
import { Key } from '@/components/ui/key'
import { counted } from '@/lib/counted'

type Props = {
  count: number
  words: string
  /** Why the draft is only here and not kept yet, if so. */
  unsaved?: string
  reviewing: boolean
  onDiscard: () => void
  onReview: () => void
}

/** What the draft would change, and the way to its plan. */
export function DraftDock({ count, words, unsaved, reviewing, onDiscard, onReview }: Props) {
  const changes = counted(count, 'change')
  return (
    <Dock
      label="Draft"
      actions={
        <>
          <Button kind="ghost" disabled={reviewing} onClick={onDiscard}>
            Discard
          </Button>
          <Button kind="primary" busy={reviewing && 'Planning'} onClick={onReview}>
            Review {changes}
          </Button>
        </>
      }
    >
      <b className="font-semibold">{changes} in draft</b>
      <span className="text-ink-faint max-wide:hidden">{words}</span>
      {unsaved && (
        <span role="alert" className="text-danger">
          {unsaved}
        </span>
      )}
      <span
        aria-hidden="true"
        className="ml-auto flex items-center gap-1.5 text-xs text-ink-faint max-desk:hidden"
      >
        <Key>Space</Key> toggle <Key>Enter</Key> scopes <Key>Ctrl Z</Key> undo
      </span>
    </Dock>
  )
}
