import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import { complaintAboutDescription, complaintAboutValue } from '../scope-complaint'
import { ReworkDialog, type ReworkProps } from './rework-dialog'

/** Another name for a scope, at the API and in every grant that lists it. */
export function RenameScope({ scopes, ...props }: ReworkProps) {
  const { scope } = props
  const [value, setValue] = useState(scope.value)
  const [description, setDescription] = useState(scope.description)
  const [asked, setAsked] = useState(false)
  const wrong = {
    value: complaint(value.trim(), scope.value, scopes),
    description: complaintAboutDescription(description.trim()),
  }

  function read() {
    setAsked(true)
    if (wrong.value || wrong.description) return
    return [{ value: value.trim(), description: description.trim() }]
  }

  return (
    <ReworkDialog
      {...props}
      title={`Rename ${scope.value}`}
      lead="The new scope is created and granted in the place of the old one, which is deleted last. Your API has to accept the new name by then."
      read={read}
    >
      <TextField
        label="New scope"
        mono
        autoFocus
        autoComplete="off"
        value={value}
        error={asked && wrong.value ? { message: wrong.value } : undefined}
        onChange={(event) => setValue(event.target.value)}
      />
      <TextField
        label="Description"
        autoComplete="off"
        value={description}
        error={asked && wrong.description ? { message: wrong.description } : undefined}
        onChange={(event) => setDescription(event.target.value)}
      />
    </ReworkDialog>
  )
}

function complaint(value: string, before: string, scopes: ReworkProps['scopes']) {
  if (value === before) return 'It has this name already.'
  if (scopes.some((other) => other.value === value))
    return 'This API has it already. Close this and choose Merge into…'
  return complaintAboutValue(value)?.message
}
