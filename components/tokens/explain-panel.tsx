'use client'

import { type ReactNode, useDeferredValue, useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import type { Explanation, Known } from '@/lib/tokens/explain/explanation'
import type { Mend } from '@/lib/tokens/mend'
import { ReasonList } from './reason-list'
import { StepHead } from './step-head'

type Explain = typeof import('@/lib/tokens/explain/explain')['explain']

type Props = { known: Omit<Known, 'now'>; renderMend: (mend: Mend) => ReactNode }

/** A pasted answer, request or token, explained in this browser and nowhere else. */
export function ExplainPanel({ known, renderMend }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  const [explain, setExplain] = useState<Explain>()
  const pasted = useDeferredValue(text)
  const isEmpty = pasted.trim() === ''

  useEffect(() => {
    if (isEmpty || explain) return
    void import('@/lib/tokens/explain/explain').then((module) => setExplain(() => module.explain))
  }, [isEmpty, explain])

  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-2.5">
      <StepHead id={id} title="Explain an answer, a request or a token">
        {text && (
          <Button small kind="ghost" onClick={() => setText('')}>
            Clear
          </Button>
        )}
      </StepHead>
      <TextArea
        mono
        label="What you got, sent, or hold"
        rows={4}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        hint="It is read in this browser and goes nowhere. A whole log line, a curl command or a response with its headers will do."
      />
      <div aria-live="polite">
        {!isEmpty && explain && (
          <Findings found={explain(pasted, { ...known, now: new Date() })} renderMend={renderMend} />
        )}
      </div>
    </section>
  )
}

const titles: Record<Explanation['of'], string> = {
  answer: 'The answer',
  request: 'The request',
  token: 'The token',
}

function Findings({ found, renderMend }: { found: Explanation[]; renderMend: Props['renderMend'] }) {
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
