'use client'

import { Check, CircleAlert, Copy } from 'lucide-react'
import { buttonStyle } from './button-style'
import { copyWord, useCopy } from './use-copy'

type Props = {
  value: string
  /** What is copied, as the label says it: "Copy client ID". */
  label: string
  /** Shows this word beside the icon, as code blocks do. */
  text?: string
  kind?: 'default' | 'ghost'
  small?: boolean
}

export function CopyButton({ value, label, text, kind = 'ghost', small = kind === 'ghost' }: Props) {
  const { state, copy } = useCopy()
  const tone = state === 'copied' ? 'text-success!' : state === 'refused' ? 'text-danger!' : ''
  const style = text ? buttonStyle({ kind, small }) : 'icon-button'
  return (
    <>
      <button
        type="button"
        title={text ? undefined : label}
        aria-label={label}
        onClick={() => copy(value)}
        className={tone ? `${style} ${tone}` : style}
      >
        <CopyIcon state={state} />
        {text && (copyWord[state] || text)}
      </button>
      <span role="status" className="sr-only">
        {copyWord[state]}
      </span>
    </>
  )
}

function CopyIcon({ state }: { state: keyof typeof copyWord }) {
  if (state === 'copied') return <Check className="size-3.5" />
  if (state === 'refused') return <CircleAlert className="size-3.5" />
  return <Copy className="size-3.5" />
}
