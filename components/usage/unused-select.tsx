import { SelectField } from '@/components/ui/select-field'
import type { Unused } from '@/lib/observations/unused'

/** In a form of filters: for how long no token was seen. */
export function UnusedSelect({ unused }: { unused: Unused | undefined }) {
  return (
    <SelectField label="Last token" name="unused" defaultValue={String(unused ?? '')}>
      <option value="">At any time</option>
      {[7, 30, 90, 180].map((days) => (
        <option key={days} value={days}>
          Not since {days} days
        </option>
      ))}
      <option value="observed">Not seen since observed</option>
    </SelectField>
  )
}
