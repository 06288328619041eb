import { Button } from '@/components/ui/button'
import { KeptFields } from '@/components/ui/kept-fields'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { ActivityAsked } from '@/lib/changes/activity-filter'
import { routes } from '@/lib/routes'
import { activitySpans } from './activity-spans'

/** What else Activity can be narrowed by; a form that makes its address. */
export function ActivityChoices({ asked, authors }: { asked: ActivityAsked; authors: string[] }) {
  const { q, where, person, client, api, scope, span, from, to } = asked
  const people = person && !authors.includes(person) ? [...authors, person] : authors
  const plain = { autoComplete: 'off', spellCheck: false, maxLength: 600 }
  return (
    <form action={routes.activity()} className="grid gap-4">
      <KeptFields fields={{ q, where }} />
      <SelectField label="Person" name="person" defaultValue={person}>
        <option value="">Everybody</option>
        {people.map((author) => (
          <option key={author}>{author}</option>
        ))}
      </SelectField>
      <TextField
        label="Client"
        hint="Part of its name, or its ID"
        name="client"
        defaultValue={client}
        {...plain}
      />
      <TextField
        label="API"
        hint="Part of its name, or its identifier"
        name="api"
        defaultValue={api}
        {...plain}
      />
      <TextField label="Scope" name="scope" defaultValue={scope} {...plain} mono />
      <SelectField label="Time" name="span" defaultValue={span}>
        <option value="">Any time</option>
        {activitySpans.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-2 gap-3">
        <TextField label="From" name="from" type="date" defaultValue={from} />
        <TextField label="To" name="to" type="date" defaultValue={to} />
      </div>
      <Button type="submit" kind="primary">
        Apply filters
      </Button>
    </form>
  )
}
