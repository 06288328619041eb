'use client'

import { type ReactNode, useEffect, useState } from 'react'
import type { Explanation, Known } from '@/lib/tokens/explain/explanation'
import type { Mend } from '@/lib/tokens/mend'
import { ReasonList } from './reason-list'

const titles: Record<Explanation['of'], string> = {
  answer: 'The answer',
  request: 'The request',
  token: 'The token',
}

type Explain = typeof import('@/lib/tokens/explain/explain')['explain']

type Props = {
  text: string
  known: Omit<Known, 'now'>
  renderMend: (mend: Mend) => ReactNode
}

/** What a text says and what would mend it; what explains is fetched when there is something to explain. */
export function Explanations({ text, known, renderMend }: Props) {
  const [explain, setExplain] = useState<Explain>()
  useEffect(() => {
    void import('@/lib/tokens/explain/explain').then((module) => setExplain(() => module.explain))
  }, [])
  if (!explain) return null
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
