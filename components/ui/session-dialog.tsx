'use client'

import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { ActionState } from '@/lib/action-state'
import { routes } from '@/lib/routes'
import { Button } from './button'
import { buttonStyle } from './button-style'
import { Dialog } from './dialog'
import { midSentence } from './form-dock'
import { here } from './here'
import type { ActionForm } from './use-action-form'
import { copyWord, useCopy } from './use-copy'

/** The session ended in the middle of a form: the way back in, and what was typed comes along. */
export function SessionDialog<Input extends FieldValues>({ form }: { form: ActionForm<Input> }) {
  const { state, kept, dirty, leave } = form
  const [closed, setClosed] = useState<ActionState<Input>>()
  const { state: copied, copy } = useCopy()
  if (state.status !== 'signed_out' || state === closed) return null

  const labels: Record<string, string> = form.options.labels
  const names = dirty.map((name) => midSentence(labels[name] ?? name))
  const what = names.length ? list(names) : 'the fields'
  return (
    <Dialog
      title="Sign in again to save"
      lead={
        kept
          ? `Your session ended. Nothing was saved yet and nothing is lost: ${what} ${names.length === 1 ? 'is' : 'are'} still as you typed, and you come back to this form.`
          : 'Your session ended. Nothing was saved yet. This browser keeps no drafts: copy what you typed before you sign in.'
      }
      onClose={() => setClosed(state)}
      footer={
        <>
          <Button onClick={() => copy(asText(form))}>{copyWord[copied] || 'Copy what I typed'}</Button>
          <a href={routes.signIn(here())} onClick={leave} className={buttonStyle({ kind: 'primary' })}>
            Sign in again
          </a>
        </>
      }
    />
  )
}

function asText<Input extends FieldValues>({ options, getValues }: ActionForm<Input>) {
  const values: Record<string, unknown> = getValues()
  return Object.entries(options.labels)
    .filter(([name]) => !options.secrets?.includes(name))
    .map(([name, label]) => `${label}: ${String(values[name] ?? '')}`)
    .join('\n')
}

const list = (names: string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
