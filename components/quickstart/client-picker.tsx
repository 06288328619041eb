'use client'

import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { routes } from '@/lib/routes'

type Props = {
  apiId: string
  language: string
  clients: { id: string; name: string }[]
  /** Client ID. */
  chosen: string
}

/** Which authorized client the code speaks for; the choice is in the address. */
export function ClientPicker({ apiId, language, clients, chosen }: Props) {
  return (
    <Form
      action={routes.apiQuickstart(apiId)}
      scroll={false}
      className="flex items-end gap-2 max-wide:w-full"
    >
      <input type="hidden" name="language" value={language} />
      <div className="w-60 max-wide:flex-1">
        <SelectField
          key={chosen}
          label="Client"
          name="client"
          defaultValue={chosen}
          onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}
        >
          {clients.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <noscript>
        <Button type="submit">Fill in</Button>
      </noscript>
    </Form>
  )
}
