'use client'

import type { Route } from 'next'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Button } from './button'
import { Dialog, DialogNote } from './dialog'
import { Form } from './form'
import { LinkButton } from './link-button'
import type { ActionForm } from './use-action-form'

type Props<Input extends FieldValues> = {
  form: ActionForm<Input>
  /** "Create API" */
  title: string
  lead?: ReactNode
  /** "Opens its Quickstart next" */
  note?: string
  /** "Create API" and "Creating" */
  verb: string
  busyVerb: string
  onClose: () => void
  /** Where Cancel leads, for a dialog that is a page of its own and may be open before its script runs. */
  cancelTo?: Route
  children: ReactNode
}

/** A form in a dialog, with Cancel and the verb. */
export function FormDialog<Input extends FieldValues>(props: Props<Input>) {
  const { form, title, lead, note, verb, busyVerb, onClose, cancelTo, children } = props
  return (
    <Dialog
      wide
      title={title}
      lead={lead}
      held={form.pending}
      onClose={onClose}
      footer={
        <>
          {note && <DialogNote>{note}</DialogNote>}
          {cancelTo && !form.pending ? (
            <LinkButton href={cancelTo} replace scroll={false}>
              Cancel
            </LinkButton>
          ) : (
            <Button onClick={onClose} disabled={form.pending}>
              Cancel
            </Button>
          )}
          <Button kind="primary" type="submit" form={form.options.id} busy={form.pending && busyVerb}>
            {verb}
          </Button>
        </>
      }
    >
      <Form form={form}>
        <div className="grid grid-cols-1 gap-4.5">{children}</div>
      </Form>
    </Dialog>
  )
}
