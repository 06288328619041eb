'use client'

import { useState } from 'react'
import { Form } from '@/components/ui/form'
import { FormDock } from '@/components/ui/form-dock'
import { NumberField } from '@/components/ui/number-field'
import { SettingsGroup } from '@/components/ui/settings-group'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toast'
import { useActionForm } from '@/components/ui/use-action-form'
import type { ActionResult, FormAction } from '@/lib/action-state'
import type { Api } from '@/lib/apis/api'
import { lifetimeInWords } from '@/lib/apis/lifetime'
import type { ApiInput } from '@/lib/apis/schema'
import { formatNumber } from '@/lib/number-text'
import type { ApiImpact } from './api-impact'
import { DeleteApi, DeleteGroup } from './delete-api'
import { IdentifierField } from './identifier-field'
import { SigningGroup } from './signing-group'

type Props = {
  api: Api
  impact: ApiImpact
  action: FormAction<ApiInput>
  revealSecret: () => Promise<ActionResult<string>>
  deleteApi: () => Promise<ActionResult<unknown>>
}

const presets = [1, 8, 12, 24].map((hours) => ({ label: `${hours} h`, value: hours * 3600 }))

/** What an admin may change about an API, what is fixed and why, and its deletion. */
export function ApiSettings({ api, impact, action, revealSecret, deleteApi }: Props) {
  const [deleting, setDeleting] = useState(false)
  const form = useActionForm<ApiInput>({
    id: 'api-settings',
    thing: api.name,
    action,
    schema: () => import('@/lib/apis/schema').then((module) => module.apiInput),
    values: { name: api.name, tokenLifetime: api.tokenLifetime },
    labels: { name: 'Name', tokenLifetime: 'Token lifetime' },
    say: { tokenLifetime: (seconds) => lifetimeInWords(seconds) },
    onSaved: ({ name }) => toastDone(`Saved ${name}`),
  })

  return (
    <>
      <Form form={form}>
        <SettingsGroup title="General">
          <TextField label="Name" autoComplete="off" {...form.field('name')} />
          <IdentifierField api={api} clients={impact.clients} />
        </SettingsGroup>
        <SigningGroup api={api} reveal={revealSecret} />
        <SettingsGroup title="Tokens">
          <NumberField
            control={form.control}
            name="tokenLifetime"
            label="Token lifetime"
            unit="seconds"
            presets={presets}
            hint={lifetimeHint(form.watch('tokenLifetime'), api.tokenLifetime)}
          />
        </SettingsGroup>
        <DeleteGroup api={api} impact={impact} onDelete={() => setDeleting(true)} />
        <FormDock form={form} />
      </Form>
      {deleting && (
        <DeleteApi api={api} impact={impact} action={deleteApi} onClose={() => setDeleting(false)} />
      )}
    </>
  )
}

function lifetimeHint(typed: number, saved: number) {
  if (typed === saved) return `${inSeconds(saved)}. Tokens issued before a change keep theirs.`
  const now = `Saved now: ${inSeconds(saved)}. Tokens issued before a change keep theirs.`
  return Number.isInteger(typed) && typed >= 0 ? `${inSeconds(typed)}. ${now}` : now
}

const inSeconds = (seconds: number) => `${formatNumber(seconds)} s is ${lifetimeInWords(seconds)}`
