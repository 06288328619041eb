'use client'

import { type ReactNode, useDeferredValue, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { useTypedEarly } from '@/components/ui/use-typed-early'
import type { Known } from '@/lib/tokens/explain/explanation'
import type { Mend } from '@/lib/tokens/mend'
import { Explanations } from './explanations'
import { StepHead } from './step-head'
import { useExplain } from './use-explain'

type Props = { known: Omit<Known, 'now'>; renderMend: (mend: Mend) => ReactNode }

/** A pasted answer, request or token, explained in this browser and nowhere else. */
export function ExplainPanel({ known, renderMend }: Props) {
  const id = useId()
  useExplain()
  const [text, setText] = useState('')
  const pasted = useDeferredValue(text)
  const field = useRef<HTMLTextAreaElement>(null)
  useTypedEarly(field, text, setText)

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
        ref={field}
        mono
        label="What you got, sent, or hold"
        rows={4}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        hint="It is read in this browser and goes nowhere. A whole log line, a curl command or a response with its headers will do."
      />
      <div aria-live="polite">
        {pasted.trim() !== '' && <Explanations text={pasted} known={known} renderMend={renderMend} />}
      </div>
    </section>
  )
}
