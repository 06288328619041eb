import { ListChecks } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useSelection } from '@/components/ui/selection'

type Props = { selecting: boolean; onSelecting: (selecting: boolean) => void }

/** Turns the boxes of a list from authorizing one into selecting many, and back. */
export function SelectSwitch({ selecting, onSelecting }: Props) {
  const { clear } = useSelection()
  return (
    <Button
      aria-pressed={selecting}
      icon={<ListChecks aria-hidden="true" />}
      onClick={() => {
        clear()
        onSelecting(!selecting)
      }}
    >
      {selecting ? 'Stop selecting' : 'Select many'}
    </Button>
  )
}
