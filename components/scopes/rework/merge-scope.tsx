import { useState } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { ScopeChecklist } from '../scope-checklist'
import { ReworkDialog, type ReworkProps } from './rework-dialog'

/** A scope, and others with it, go up in another one of the API. */
export function MergeScope({ scopes, ...props }: ReworkProps) {
  const { scope } = props
  const others = scopes.filter(({ value }) => value !== scope.value)
  const [chosen, setChosen] = useState('')
  const [along, setAlong] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(false)
  const into = others.find(({ value }) => value === chosen)
  const mergeable = others.filter((other) => other !== into)
  const retired = [scope.value, ...mergeable.map(({ value }) => value).filter((value) => along.has(value))]
  const [one, target] = [retired.length === 1, into ? into.value : 'the other one']

  function read() {
    setAsked(true)
    return into && [into]
  }

  return (
    <ReworkDialog
      {...props}
      retired={retired}
      title={`Merge ${scope.value} into another scope`}
      lead={`Who holds ${one ? scope.value : `one of these ${retired.length} scopes`} holds ${target} instead. ${
        one ? `${scope.value} is` : 'They are'
      } deleted last.`}
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
      {mergeable.length > 0 && (
        <ScopeChecklist
          label="Merge these as well"
          scopes={mergeable}
          chosen={along}
          onChosen={(chosen) => setAlong(chosen)}
        />
      )}
    </ReworkDialog>
  )
}
