'use client'

import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Banner } from './banner'
import { ConflictDialog } from './conflict-dialog'
import { SessionDialog } from './session-dialog'
import type { ActionForm } from './use-action-form'

type Props<Input extends FieldValues> = { form: ActionForm<Input>; children: ReactNode }

/** The form element with all that can happen to it: a failure, a conflict, an ended session, a draft restored. */
export function Form<Input extends FieldValues>({ form, children }: Props<Input>) {
  const { options, state, restored, errors, send, pending } = form
  const refused = state.status === 'failed' ? state.message : errors.root?.message
  return (
    <>
      <form
        id={options.id}
        noValidate
        aria-label={options.thing}
        aria-busy={pending}
        onFocus={form.prepare}
        onSubmit={send}
      >
        {restored && (
          <div className="mb-4">
            <Banner tone="plain" role="status" title="Restored what you typed before signing in.">
              It is not saved yet.
            </Banner>
          </div>
        )}
        {refused && !pending && (
          <div className="mb-4">
            <Banner tone="danger" role="alert" title="Not saved.">
              {refused}
            </Banner>
          </div>
        )}
        {children}
      </form>
      <SessionDialog form={form} />
      <ConflictDialog form={form} />
    </>
  )
}
