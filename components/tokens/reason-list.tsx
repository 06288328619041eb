import { Check, Info, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Mend } from '@/lib/tokens/mend'
import type { Reason } from '@/lib/tokens/predict'
import { WordsText } from './words-text'

const signs = {
  yes: { Icon: Check, tone: 'text-success', word: 'Yes: ' },
  no: { Icon: X, tone: 'text-danger', word: 'No: ' },
  note: { Icon: Info, tone: 'text-ink-faint', word: '' },
}

type Props = { reasons: Reason[]; renderMend: (mend: Mend) => ReactNode }

/** What speaks for a token and what against, each in a sentence; what is against it with its button. */
export function ReasonList({ reasons, renderMend }: Props) {
  return (
    <ul>
      {reasons.map(({ verdict, words, mend }, index) => {
        const { Icon, tone, word } = signs[verdict]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the reasons come in a fixed order
          <li key={index} className="flex gap-2 py-0.5 text-ink-muted">
            <Icon aria-hidden="true" className={`mt-[3px] size-3.5! ${tone}`} />
            <div className={`min-w-0 flex-1 wrap-anywhere ${verdict === 'no' ? 'text-ink' : ''}`}>
              <span className="sr-only">{word}</span>
              <WordsText words={words} />
              {mend && <div className="mt-1.5 mb-1">{renderMend(mend)}</div>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
