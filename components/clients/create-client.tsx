'use client'

import { useRouter } from 'next/navigation'
import { FormDialog } from '@/components/ui/form-dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextField } from '@/components/ui/text-field'
import { useActionForm } from '@/components/ui/use-action-form'
import type { FormAction } from '@/lib/action-state'
import type { NewClientInput } from '@/lib/clients/schema'
import { routes } from '@/lib/routes'
import { typeChoices } from './type-choices'

/** The dialog over the list of clients; it closes to the list and opens the new client. */
export function CreateClient({ action }: { action: FormAction<NewClientInput> }) {
  const router = useRouter()
  const form = useActionForm<NewClientInput>({
    id: 'create-client',
    thing: 'New client',
    action,
    schema: () => import('@/lib/clients/schema').then((module) => module.newClientInput),
    values: { name: '', description: '', type: 'non_interactive' },
    labels: { name: 'Name', description: 'Description', type: 'Type' },
    onSaved: () => {},
  })

  return (
    <FormDialog
      form={form}
      title="Create client"
      note="Opens its credentials next"
      verb="Create client"
      busyVerb="Creating"
      cancelTo={routes.clients()}
      onClose={() => router.replace(routes.clients(), { scroll: false })}
    >
      <TextField
        label="Name"
        autoComplete="off"
        hint="What it is called in lists and in the tenant’s log: billing-worker."
        {...form.field('name')}
      />
      <RadioGroup label="Type" choices={typeChoices} {...form.field('type')} />
    </FormDialog>
  )
}
