'use client'

import type { ReactNode } from 'react'
import type { Explanation, Known } from '@/lib/tokens/explain/explanation'
import type { Mend } from '@/lib/tokens/mend'
import { ReasonList } from './reason-list'
import { useExplain } from './use-explain'

const titles: Record<Explanation['of'], string> = {
  answer: 'The answer',
  request: 'The request',
  token: 'The token',
}

type Props = {
  text: string
  known: Omit<Known, 'now'>
  renderMend: (mend: Mend) => ReactNode
}

/** What a text says and what would mend it. */
export function Explanations({ text, known, renderMend }: Props) {
  const explain = useExplain()
  if (!explain) return null
  if (explain === 'missing')
    return (
      <p className="text-danger">
        The part of this page that explains could not be fetched. Reload the page; what you pasted has to be
        pasted again.
      </p>
    )
  const found = explain(text, { ...known, now: new Date() })
  if (found.length === 0)
    return (
      <p className="text-ink-muted">
        There is nothing in it that this tab knows: no answer of a token endpoint or of an API, no token
        request, no token.
      </p>
    )
  return (
    <div className="grid grid-cols-1 gap-3.5">
      {found.map(({ of, findings }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one of several tokens has no other name than its place
        <div key={index}>
          <h3 className="mb-1 font-semibold">{titles[of]}</h3>
          <ReasonList reasons={findings} renderMend={renderMend} />
        </div>
      ))}
    </div>
  )
}
