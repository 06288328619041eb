import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { type HttpMessage, messageText } from '@/lib/tokens/http-message'
import { HttpText } from './http-text'

type Props = {
  request: HttpMessage
  answer: HttpMessage
  /** "Expected answer", until there is one. */
  answerLabel: string
  /** What came from the tenant, marked in both. */
  values: string[]
  /** What can be done with the answer, below both. */
  children?: ReactNode
}

/** A request beside its answer; on a phone above it. */
export function ExchangeView({ request, answer, answerLabel, values, children }: Props) {
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      <div className="grid grid-cols-[11fr_10fr] divide-x divide-line max-wide:grid-cols-1 max-wide:divide-x-0 max-wide:divide-y">
        <Pane label="Request" message={request} values={values} />
        <Pane label={answerLabel} message={answer} values={values} />
      </div>
      {children}
    </div>
  )
}

function Pane({ label, message, values }: { label: string; message: HttpMessage; values: string[] }) {
  return (
    <div className="min-w-0">
      <div className="flex h-9 items-center justify-between gap-4 border-b border-line pr-1 pl-3.5">
        <span className="truncate">{label}</span>
        <CopyButton value={messageText(message)} label={`Copy ${label.toLowerCase()}`} text="Copy" />
      </div>
      <HttpText message={message} values={values} />
    </div>
  )
}
