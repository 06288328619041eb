'use client'

import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { ActionState } from '@/lib/action-state'
import { Button } from './button'
import { type ConflictRow, conflictRows, inWords } from './conflict'
import { ConflictChoice } from './conflict-choice'
import { Dialog, DialogNote } from './dialog'
import type { ActionForm } from './use-action-form'

const clock = (at: Date) => at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Somebody saved the same thing meanwhile: the person decides field by field, and nothing is overwritten before. */
export function ConflictDialog<Input extends FieldValues>({ form }: { form: ActionForm<Input> }) {
  const [openedAt] = useState(() => new Date())
  const [closed, setClosed] = useState<ActionState<Input>>()
  const { state } = form
  if (state.status !== 'conflict' || state === closed) return null
  return <Choices form={form} state={state} openedAt={openedAt} onClose={() => setClosed(state)} />
}

type ChoicesProps<Input extends FieldValues> = {
  form: ActionForm<Input>
  state: Extract<ActionState<Input>, { status: 'conflict' }>
  openedAt: Date
  onClose: () => void
}

function Choices<Input extends FieldValues>({ form, state, openedAt, onClose }: ChoicesProps<Input>) {
  const { options, getValues, sendChoices } = form
  const [rows, setRows] = useState(() =>
    conflictRows({
      labels: options.labels,
      opened: options.values,
      theirs: state.current,
      yours: getValues(),
    }),
  )
  const changedAt = state.changedAt ? clock(new Date(state.changedAt)) : undefined
  const choose = (name: string, choice: ConflictRow['choice']) =>
    setRows(rows.map((row) => (row.name === name ? { ...row, choice } : row)))
  const say = (name: string, value: unknown) =>
    options.say?.[name]?.(value as Input[string]) ?? inWords(value)

  function save() {
    onClose()
    const values = rows.map((row) => [row.name, row.choice === 'theirs' ? row.theirs : row.yours])
    return sendChoices(Object.fromEntries(values))
  }

  return (
    <Dialog
      wide
      title={`${options.thing} was changed since ${clock(openedAt)}`}
      lead={`${state.changedBy ?? 'Somebody'} saved it${changedAt ? ` at ${changedAt}` : ''}, after you opened this form. Your changes are not saved yet.`}
      onClose={onClose}
      footer={
        <>
          <DialogNote>Saves what is chosen</DialogNote>
          <Button onClick={onClose}>Keep editing</Button>
          <Button kind="primary" onClick={save}>
            Save choices
          </Button>
        </>
      }
    >
      <table className="w-full border-collapse text-left [&_td]:h-10 [&_td]:border-b [&_td]:border-line [&_td]:pr-3 [&_th]:h-8 [&_th]:border-b [&_th]:pr-3 [&_th]:font-normal [&_thead_th]:border-line-strong [&_thead_th]:text-xs [&_thead_th]:text-ink-faint">
        <caption className="sr-only">What was changed, on both sides</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col" className="max-wide:hidden">
              At {clock(openedAt)}
            </th>
            <th scope="col">Theirs{changedAt && `, ${changedAt}`}</th>
            <th scope="col">Yours</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ConflictChoice key={row.name} row={row} say={say} onChoose={choose} />
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
