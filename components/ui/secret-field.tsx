'use client'

import { Check, Copy, Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { ActionResult } from '@/lib/action-state'
import { Button } from './button'
import { FailureText } from './failure-text'
import { Field, fixedBox } from './field'
import { IconButton } from './icon-button'
import { copyWord, useCopy } from './use-copy'
import { useSecret } from './use-secret'

type Props = {
  /** "Client secret" */
  label: string
  /** Fetches the secret; called on Reveal or Copy and never before. */
  reveal: () => Promise<ActionResult<string>>
  hint?: ReactNode
}

/** Dots until asked; then the secret until it is hidden again. It is in no page and no payload before. */
export function SecretField({ label, reveal, hint }: Props) {
  const id = useId()
  const { secret, failure, fetching, fetchSecret, show, hide } = useSecret(reveal)
  const { state, copy } = useCopy()
  const shown = secret !== undefined
  const name = label.toLowerCase()

  async function copySecret() {
    const value = await fetchSecret()
    if (value !== undefined) await copy(value)
  }

  return (
    <Field
      id={id}
      of="group"
      label={label}
      hint={hint}
      error={failure && { message: <FailureText failure={failure} /> }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: one read-only value is not a fieldset */}
      <div role="group" aria-labelledby={`${id}-label`} className={fixedBox}>
        {shown ? (
          <code className="min-w-0 flex-1 py-1.5 wrap-anywhere">{secret}</code>
        ) : (
          <span className="min-w-0 flex-1 truncate tracking-[0.08em] text-ink-faint">
            <span aria-hidden="true">{'•'.repeat(24)}</span>
            <span className="sr-only">Hidden</span>
          </span>
        )}
        <span className="-mr-1.5 flex items-center gap-2">
          <Button
            small
            kind="ghost"
            busy={fetching && 'Fetching'}
            icon={shown ? <EyeOff className="size-3.5!" /> : <Eye className="size-3.5!" />}
            aria-label={shown ? `Hide ${name}` : `Reveal ${name}`}
            onClick={shown ? hide : show}
          >
            {shown ? 'Hide' : 'Reveal'}
          </Button>
          <IconButton
            label={`Copy ${name}`}
            icon={state === 'copied' ? <Check className="text-success" /> : <Copy />}
            onClick={copySecret}
          />
        </span>
        <span role="status" className="sr-only">
          {copyWord[state] || (shown && `${label} is shown`)}
        </span>
      </div>
    </Field>
  )
}
