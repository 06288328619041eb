'use client'

import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { routes } from '@/lib/routes'
import type { Address } from './address'

type Props = {
  address: Address
  /** Absent until they are known. */
  clients?: { id: string; name: string }[]
}

/** Which authorized client the code speaks for; the choice is in the address. */
export function ClientPicker({ address: { apiId, client = '', file, ...kept }, clients }: Props) {
  const known = clients?.some(({ id }) => id === client)
  return (
    <Form action={routes.apiQuickstart(apiId)} scroll={false} className="flex items-end gap-2">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="w-72 max-w-full noscript:hidden">
        <SelectField
          key={`${client} ${clients?.length}`}
          label="Client"
          name="client"
          defaultValue={client}
          disabled={!clients}
          onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}
        >
          {!known && (
            <option value={client}>
              {client || (clients ? 'Choose a client' : 'Fetching authorized clients')}
            </option>
          )}
          {clients?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <noscript>
        <TextField label="Client ID" name="client" defaultValue={client} mono />
        <Button type="submit">Fill in</Button>
      </noscript>
    </Form>
  )
}
