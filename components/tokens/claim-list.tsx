import { Check, Info, Minus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ClaimRow } from '@/lib/tokens/claim-row'
import type { Mend } from '@/lib/tokens/mend'
import { WordsText } from './words-text'

const signs = {
  yes: { icon: <Check aria-hidden="true" className="size-3.5! text-success" />, word: 'Passed: ' },
  no: { icon: <X aria-hidden="true" className="size-3.5! text-danger" />, word: 'Failed: ' },
  note: { icon: <Info aria-hidden="true" className="size-3.5! text-ink-faint" />, word: '' },
}

type Props = { rows: ClaimRow[]; renderMend: (mend: Mend) => ReactNode }

/** A row per claim: tick or cross, claim, value, in words; a failed one with its button. */
export function ClaimList({ rows, renderMend }: Props) {
  return (
    <ul className="border-b border-line">
      {rows.map(({ claim, value, verdict, words, mend }) => (
        <li
          key={claim}
          className="grid grid-cols-[14px_76px_minmax(0,230px)_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5 first:border-t-line-strong max-wide:grid-cols-[14px_minmax(0,1fr)]"
        >
          <span className="mt-[3px] self-start max-wide:row-span-3">
            {verdict ? (
              signs[verdict].icon
            ) : (
              <Minus aria-hidden="true" className="size-3.5! text-ink-faint" />
            )}
          </span>
          <code className="truncate leading-5 text-ink-faint" title={claim}>
            {claim}
          </code>
          <code className="leading-5 wide:truncate max-wide:col-start-2 max-wide:wrap-anywhere" title={value}>
            {value}
          </code>
          <div className="min-w-0 text-ink-muted wrap-anywhere max-wide:col-start-2">
            <span className="sr-only">{verdict && signs[verdict].word}</span>
            <span className={verdict === 'no' ? 'font-medium text-danger' : undefined}>
              <WordsText words={words} />
            </span>
            {mend && <div className="mt-1.5 mb-1">{renderMend(mend)}</div>}
          </div>
        </li>
      ))}
    </ul>
  )
}
