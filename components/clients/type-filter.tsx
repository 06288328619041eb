import { Segments } from '@/components/ui/segments'
import { routes } from '@/lib/routes'
import { typeChoices } from './type-choices'

/** Every type of client is a view of the list at its own URL. */
export function TypeFilter({ current }: { current?: string }) {
  return (
    <Segments
      label="Type"
      segments={[
        { href: routes.clients(), label: 'All', current: current === undefined },
        ...typeChoices.map(({ value, label }) => ({
          href: routes.clients({ type: value }),
          label,
          current: value === current,
        })),
      ]}
    />
  )
}
