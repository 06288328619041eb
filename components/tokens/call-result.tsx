import { CopyButton } from '@/components/ui/copy-button'
import { formatNumber } from '@/lib/number-text'
import type { CallAnswer } from '@/lib/tokens/call-answer'
import { messageText } from '@/lib/tokens/http-message'
import { HttpText } from './http-text'

/** What the API answered. */
export function CallResult({ answer: { status, milliseconds, answer } }: { answer: CallAnswer }) {
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      <div className="flex h-9 items-center justify-between gap-4 border-b border-line pr-1 pl-3.5">
        <span role="status">
          The API answered {status} <span className="text-ink-faint">in {formatNumber(milliseconds)} ms</span>
        </span>
        <CopyButton value={messageText(answer)} label="Copy the API’s answer" text="Copy" />
      </div>
      <div className="max-h-100 overflow-y-auto">
        <HttpText message={answer} values={[]} />
      </div>
      {status >= 300 && status < 400 && (
        <p className="border-t border-line px-3.5 py-2 text-xs text-ink-faint">
          A redirect is not followed: the token would go along.
        </p>
      )}
    </div>
  )
}
