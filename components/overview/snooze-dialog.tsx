'use client'

import { FormDialog } from '@/components/ui/form-dialog'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toast'
import { useActionForm } from '@/components/ui/use-action-form'
import { type FindingName, type SnoozeInput, snoozeDays } from '@/lib/findings/schema'
import type { SnoozeActions } from './snooze-actions'

type Props = { name: FindingName; snooze: SnoozeActions['snooze']; onClose: () => void }

/** Why a finding may wait, and for how long. */
export function SnoozeDialog({ name, snooze, onClose }: Props) {
  const form = useActionForm<SnoozeInput>({
    id: 'snooze',
    thing: `Put aside ${name.subject}`,
    action: (previous, input) => snooze(name, previous, input),
    schema: () => import('@/lib/findings/schema').then((module) => module.snoozeInput),
    values: { reason: '', days: '30' },
    labels: { reason: 'Reason', days: 'For' },
    onSaved: ({ days }) => {
      onClose()
      toastDone(`Put aside for ${days} days`, name.subject)
    },
  })
  return (
    <FormDialog
      form={form}
      title={`Put ${name.subject} aside?`}
      lead="It is not listed until then. Everybody who looks sees who put it aside and why, and can take it back."
      verb="Put aside"
      busyVerb="Putting aside"
      onClose={onClose}
    >
      <TextField
        label="Reason"
        autoComplete="off"
        hint="For whoever looks at it next: “Runs once a year, in March”."
        {...form.field('reason')}
      />
      <SelectField label="For" {...form.field('days')}>
        {snoozeDays.map((days) => (
          <option key={days} value={days}>
            {days} days
          </option>
        ))}
      </SelectField>
    </FormDialog>
  )
}
