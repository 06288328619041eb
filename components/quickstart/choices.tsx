import { Segments } from '@/components/ui/segments'
import { type Address, hrefOf } from './address'

type Props = {
  label: 'Framework' | 'Library'
  choices: { label: string; current: boolean; change: Partial<Address> }[]
  address: Address
}

/** Ways to do the same in one language, each at its own address; nothing where there is only one. */
export function Choices({ label, choices, address }: Props) {
  if (choices.length < 2) return null
  return (
    <div>
      <Segments
        label={label}
        segments={choices.map(({ label, current, change }) => ({
          label,
          current,
          href: hrefOf({ ...address, file: undefined, ...change }),
        }))}
      />
    </div>
  )
}
