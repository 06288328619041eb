'use client'

import { useId } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import type { ActionForm } from '@/components/ui/use-action-form'
import type { ClientInput } from '@/lib/clients/schema'
import { grantTypeChoices } from './grant-type-choices'

type Props = { form: ActionForm<ClientInput>; held: string[] }

/** What the client may exchange for tokens, a checkbox each. */
export function GrantTypesField({ form, held }: Props) {
  const id = useId()
  const { error, defaultValue: _, ...input } = form.field('grantTypes')
  return (
    <Field id={id} of="group" label="Grant types" error={error}>
      {/* biome-ignore lint/a11y/useSemanticElements: Field has labelled it already */}
      <div role="group" aria-labelledby={`${id}-label`} className="grid gap-2.5">
        {grantTypeChoices(held).map(({ value, hint }) => (
          <Checkbox
            {...input}
            key={value}
            value={value}
            label={value}
            hint={hint}
            defaultChecked={held.includes(value)}
          />
        ))}
      </div>
    </Field>
  )
}
