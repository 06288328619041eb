'use client'

import type { FieldPath, FieldValues } from 'react-hook-form'
import { Button } from './button'
import { Dock } from './dock'
import type { ActionForm } from './use-action-form'

/** "2 unsaved changes · Name, token lifetime", and the two ways out. Put it last inside `Form`. */
export function FormDock<Input extends FieldValues>({ form }: { form: ActionForm<Input> }) {
  const { dirty, wrong, pending, discard, setFocus } = form
  const labels: Record<string, string> = form.options.labels
  if (dirty.length === 0) return null
  const changes = dirty.length === 1 ? 'change' : 'changes'
  const names = dirty.map((name) => labels[name] ?? name)
  const first = wrong[0]
  return (
    <Dock
      label="Unsaved changes"
      actions={
        <>
          <Button kind="ghost" onClick={discard} disabled={pending}>
            Discard
          </Button>
          <Button kind="primary" type="submit" busy={pending && 'Saving'}>
            Save {dirty.length === 1 ? '' : `${dirty.length} `}
            {changes}
          </Button>
        </>
      }
    >
      <b className="font-medium">
        {dirty.length} unsaved {changes}
      </b>
      <span className="min-w-0 truncate text-ink-faint max-wide:hidden">{inWords(names)}</span>
      {first && (
        <button
          type="button"
          onClick={() => setFocus(first as FieldPath<Input>)}
          className="text-danger underline decoration-line-strong underline-offset-3 hover:decoration-current"
        >
          {wrong.length} {wrong.length === 1 ? 'field' : 'fields'} to correct
        </button>
      )}
    </Dock>
  )
}

/** "Name, token lifetime": the first as it stands, the others in the middle of a sentence. */
function inWords(names: string[]) {
  return names.map((name, index) => (index === 0 ? name : midSentence(name))).join(', ')
}

/** Leaves abbreviations such as "API ID" alone. */
export const midSentence = (name: string) =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
