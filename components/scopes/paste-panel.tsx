'use client'

import { Check, CircleAlert } from 'lucide-react'
import { useDeferredValue, useId, useMemo } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { fieldBox } from '@/components/ui/field'
import { useAttempt } from '@/components/ui/use-attempt'
import type { ActionResult } from '@/lib/action-state'
import type { Scope } from '@/lib/apis/api'
import { counted } from '@/lib/counted'
import { formatNumber } from '@/lib/number-text'
import { mendLine, type PastedLine, readPastedLines } from './pasted-lines'

type Props = {
  existing: ReadonlySet<string>
  text: string
  onText: (text: string) => void
  add: (scopes: Scope[]) => Promise<ActionResult<unknown>>
  /** The scope whose holders get them too; empty for nobody. */
  like: string
  /** Plans them for the clients that hold the other scope, and opens the plan. */
  addLike: (scopes: Scope[], like: string) => Promise<ActionResult>
  onClose: () => void
}

/** Lines left, what becomes of each right. Good lines go, bad ones stay; a plan takes all of them or none. */
export function PastePanel({ existing, text, onText, add, like, addLike, onClose }: Props) {
  const id = useId()
  const { pending, failure, run } = useAttempt()
  const judged = useDeferredValue(text)
  const lines = useMemo(() => readPastedLines(judged, existing), [judged, existing])
  const good = lines.filter(({ complaint }) => !complaint)
  const bad = lines.filter(({ complaint }) => complaint)

  function send() {
    const scopes = good.map(({ value, description }) => ({ value, description }))
    if (like) return run(() => addLike(scopes, like))
    run(
      () => add(scopes),
      () => {
        const rest = text.split(/\r?\n/)
        onText(bad.map(({ number }) => rest[number - 1]).join('\n'))
        if (bad.length === 0) onClose()
      },
    )
  }

  return (
    <section
      aria-labelledby={id}
      className="-mx-3 mt-4 border-y border-line bg-sunken p-3 max-wide:-mx-4 max-wide:px-4"
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id={id} className="text-base font-semibold">
          Paste many
        </h2>
        <p className="text-ink-muted">One scope a line: the scope, a comma, its description.</p>
      </div>
      <div className="grid gap-x-6 gap-y-2.5 wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className={`${fieldBox} h-auto! self-start p-0!`}>
          <textarea
            aria-label="Scopes, one a line"
            // biome-ignore lint/a11y/noAutofocus: the panel opens on demand, to be pasted into
            autoFocus
            rows={Math.min(Math.max(text.split('\n').length, 4), 14)}
            spellCheck={false}
            autoCapitalize="none"
            value={text}
            onChange={(event) => onText(event.target.value)}
            className="block w-full resize-y bg-transparent px-2.5 py-1.5 font-mono text-xs leading-6.5 whitespace-pre text-ink outline-none max-wide:text-lg max-wide:leading-6 max-wide:whitespace-pre-wrap"
          />
        </div>
        <ol aria-label="Preview" className="max-h-96 overflow-y-auto">
          {lines.map((line) => (
            <Verdict key={line.number} line={line} onMend={() => onText(mendLine(text, line))} />
          ))}
        </ol>
      </div>
      {failure && (
        <div className="mt-2.5">
          <Banner tone="danger" role="alert" title={like ? 'Nothing was planned.' : 'No scope was added.'}>
            <FailureText failure={failure} />
          </Banner>
        </div>
      )}
      <div className="mt-2.5 flex flex-wrap items-center gap-2 max-wide:[&>button]:flex-1">
        <p role="status" className="flex-1 text-ink-muted max-wide:basis-full">
          {summary(good, bad, like)}
        </p>
        <Button small kind="ghost" onClick={onClose}>
          Close
        </Button>
        <Button
          small
          kind="primary"
          busy={pending && (like ? 'Planning' : 'Adding')}
          disabled={good.length === 0 || judged !== text || (like !== '' && bad.length > 0)}
          onClick={send}
        >
          {like
            ? 'Review changes'
            : good.length === 0
              ? 'Add scopes'
              : `Add ${counted(good.length, 'scope')}`}
        </Button>
      </div>
    </section>
  )
}

function Verdict({ line, onMend }: { line: PastedLine; onMend: () => void }) {
  const { number, value, description, complaint, mend } = line
  const Icon = complaint ? CircleAlert : Check
  return (
    <li className="grid min-h-6.5 grid-cols-[1.75rem_1rem_9rem_minmax(0,1fr)_auto] items-center gap-x-2.5 [contain-intrinsic-size:auto_26px] [content-visibility:auto] max-wide:grid-cols-[1.5rem_1rem_minmax(0,1fr)_auto] max-wide:py-1">
      <span className="text-xs text-ink-faint">{number}</span>
      <Icon
        role="img"
        aria-label={complaint ? 'Stays' : 'Ready'}
        className={`size-3.5! ${complaint ? 'text-danger' : 'text-success'}`}
      />
      <code className="truncate" title={value}>
        {value}
      </code>
      <span
        className={`max-wide:col-span-2 max-wide:col-start-3 max-wide:row-start-2 max-wide:text-xs ${complaint ? 'text-danger' : 'truncate text-ink-muted'}`}
      >
        {complaint ?? description}
      </span>
      {mend && (
        <Button small onClick={onMend}>
          {mend.label}
        </Button>
      )}
    </li>
  )
}

function summary(good: PastedLine[], bad: PastedLine[], like: string) {
  const granted = like
    ? `They are granted to the clients that hold ${like}.`
    : 'Adding a scope grants it to no client.'
  if (good.length + bad.length === 0) return granted
  const ready = good.length === 1 ? '1 line is ready' : `${formatNumber(good.length)} lines are ready`
  const first = bad[0]
  if (like && first) {
    const others = bad.length === 1 ? `line ${first.number} is not` : `${formatNumber(bad.length)} are not`
    return `${ready}, ${others}. A plan takes all of them: mend or leave out what is marked.`
  }
  const rest =
    bad.length === 1 && first
      ? `, line ${first.number} stays here`
      : bad.length
        ? `, ${formatNumber(bad.length)} stay here`
        : ''
  return `${ready}${rest}. ${granted}`
}
