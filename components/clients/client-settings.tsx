'use client'

import { useState } from 'react'
import { Form } from '@/components/ui/form'
import { FormDock } from '@/components/ui/form-dock'
import { SettingsGroup } from '@/components/ui/settings-group'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toast'
import { useActionForm } from '@/components/ui/use-action-form'
import type { ActionResult, FormAction } from '@/lib/action-state'
import type { Client } from '@/lib/clients/client'
import type { ClientInput } from '@/lib/clients/schema'
import { AuthMethodField } from './auth-method-field'
import type { ClientImpact } from './client-impact'
import { clientValues } from './client-values'
import { DeleteClient, DeleteGroup } from './delete-client'
import { inShownOrder } from './grant-type-choices'
import { GrantTypesField } from './grant-types-field'
import { ProtectedTokens } from './protected-tokens'

type Props = {
  client: Client
  impact: ClientImpact
  action: FormAction<ClientInput>
  deleteClient: () => Promise<ActionResult<unknown>>
}

const descriptionLimit = 140

/** What an admin may change about a client, and its deletion. */
export function ClientSettings({ client, impact, action, deleteClient }: Props) {
  const [deleting, setDeleting] = useState(false)
  const form = useActionForm<ClientInput>({
    id: 'client-settings',
    thing: client.name,
    action,
    schema: () => import('@/lib/clients/schema').then((module) => module.clientInput),
    values: clientValues(client),
    labels: {
      name: 'Name',
      description: 'Description',
      grantTypes: 'Grant types',
      authMethod: 'Token endpoint authentication method',
    },
    say: { grantTypes: (held) => inShownOrder(held).join(', ') || 'None' },
    onSaved: ({ name }) => toastDone(`Saved ${name}`),
  })
  const length = form.watch('description').trim().length

  return (
    <>
      <Form form={form}>
        <SettingsGroup title="General">
          <TextField label="Name" autoComplete="off" {...form.field('name')} />
          <TextArea
            label="Description"
            hint={`${length} of ${descriptionLimit} characters`}
            {...form.field('description')}
          />
        </SettingsGroup>
        <SettingsGroup title="Tokens">
          {client.protectedBecause ? (
            <ProtectedTokens client={client} />
          ) : (
            <>
              <GrantTypesField form={form} held={client.grantTypes} />
              <AuthMethodField form={form} client={client} />
            </>
          )}
        </SettingsGroup>
        <DeleteGroup client={client} impact={impact} onDelete={() => setDeleting(true)} />
        <FormDock form={form} />
      </Form>
      {deleting && (
        <DeleteClient
          client={client}
          impact={impact}
          action={deleteClient}
          onClose={() => setDeleting(false)}
        />
      )}
    </>
  )
}
