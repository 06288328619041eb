import { useState } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { ReworkDialog, type ReworkProps } from './rework-dialog'

/** A scope goes up in another one of the API. */
export function MergeScope({ scopes, ...props }: ReworkProps) {
  const { scope } = props
  const others = scopes.filter(({ value }) => value !== scope.value)
  const [chosen, setChosen] = useState('')
  const [asked, setAsked] = useState(false)
  const into = others.find(({ value }) => value === chosen)

  function read() {
    setAsked(true)
    return into && [into]
  }

  return (
    <ReworkDialog
      {...props}
      title={`Merge ${scope.value} into another scope`}
      lead={`Who holds ${scope.value} holds ${into ? into.value : 'the other one'} instead. ${scope.value} is deleted last.`}
      read={read}
    >
      <SelectField
        label="Merge into"
        mono
        autoFocus
        value={chosen}
        error={asked && !into ? { message: 'Choose a scope.' } : undefined}
        hint={into?.description || undefined}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">Choose a scope</option>
        {others.map(({ value }) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </SelectField>
    </ReworkDialog>
  )
}
