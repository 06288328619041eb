'use client'

import { Form } from '@/components/ui/form'
import { FormDock } from '@/components/ui/form-dock'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toast'
import { useActionForm } from '@/components/ui/use-action-form'
import type { FormAction } from '@/lib/action-state'
import type { TenantSettingsInput } from '@/lib/tenant-settings/schema'

type Props = {
  action: FormAction<TenantSettingsInput>
  settings: TenantSettingsInput
  tenantName: string
  /** The APIs a default audience may name. */
  apis: { identifier: string; name: string }[]
}

/** The tenant's friendly name and default audience. */
export function TenantSettingsForm({ action, settings, tenantName, apis }: Props) {
  const form = useActionForm<TenantSettingsInput>({
    id: 'tenant-settings',
    thing: tenantName,
    action,
    schema: () => import('@/lib/tenant-settings/schema').then((module) => module.tenantSettingsInput),
    values: settings,
    labels: { friendlyName: 'Friendly name', defaultAudience: 'Default audience' },
    say: { defaultAudience: (audience) => audience || 'None' },
    onSaved: () => toastDone(`Saved the settings of ${tenantName}`),
  })
  const known = apis.some(({ identifier }) => identifier === settings.defaultAudience)

  return (
    <Form form={form}>
      <div className="grid gap-4.5">
        <TextField
          label="Friendly name"
          hint="Shown on the tenant's sign-in page."
          autoComplete="off"
          {...form.field('friendlyName')}
        />
        <SelectField
          label="Default audience"
          hint="The API a token is for when a client asks without an audience. With none, the tenant refuses."
          {...form.field('defaultAudience')}
        >
          <option value="">None</option>
          {settings.defaultAudience && !known && (
            <option value={settings.defaultAudience}>{settings.defaultAudience}</option>
          )}
          {apis.map(({ identifier, name }) => (
            <option key={identifier} value={identifier}>
              {identifier} ({name})
            </option>
          ))}
        </SelectField>
      </div>
      <FormDock form={form} />
    </Form>
  )
}
