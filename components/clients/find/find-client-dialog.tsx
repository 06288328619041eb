import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ClientSearch } from './client-search'

type Props = { onChoose: (clientId: string) => void; onClose: () => void }

export function FindClientDialog({ onChoose, onClose }: Props) {
  return (
    <Dialog wide title="Find a client" onClose={onClose} footer={<Button onClick={onClose}>Cancel</Button>}>
      <ClientSearch label="Client" onChoose={({ id }) => onChoose(id)} />
    </Dialog>
  )
}
