'use client'

import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { KeptFields } from '@/components/ui/kept-fields'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { UnusedSelect } from '@/components/usage/unused-select'
import { type ClientFilter, clientQuery } from '@/lib/clients/list-filter'
import { routes } from '@/lib/routes'
import { authMethodLabels } from './auth-methods'
import { typeChoices } from './type-choices'

type Props = { filter: ClientFilter; apis: { id: string; name: string }[] }

/**
 * The form of what else the list of clients can be narrowed by. It comes as data: the browser would read hundreds of
 * APIs as markup before anybody opens it.
 */
export function ClientChoices({ filter, apis }: Props) {
  const { q, sort, order } = clientQuery(filter)
  return (
    <form action={routes.clients()} className="grid gap-4">
      <KeptFields fields={{ q, sort, order }} />
      <SelectField label="Type" name="type" defaultValue={filter.type ?? ''}>
        <option value="">Any</option>
        {typeChoices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField label="May call" name="api" defaultValue={filter.api ?? ''}>
        <option value="">Any API</option>
        {apis.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Holds the scope"
        name="scope"
        autoComplete="off"
        spellCheck={false}
        defaultValue={filter.scope ?? ''}
      />
      <SelectField label="Authenticates by" name="auth" defaultValue={filter.auth ?? ''}>
        <option value="">Anything</option>
        {Object.entries(authMethodLabels).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <UnusedSelect unused={filter.unused} />
      <Checkbox label="Without a grant" name="grants" value="none" defaultChecked={filter.noGrant} />
      <Button type="submit" kind="primary">
        Apply filters
      </Button>
    </form>
  )
}
