import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { fieldBox, fieldInput } from '@/components/ui/field'
import { Spinner } from '@/components/ui/spinner'
import { counted } from '@/lib/counted'
import { useClientSearch } from './use-client-search'

type Props = {
  /** "Copy from" */
  label: string
  /** The client that can't be chosen. */
  except?: string
  onChoose: (client: { id: string; name: string }) => void
}

/** A client by a part of its name or id, with arrow keys and Enter. */
export function ClientSearch({ label, except, onChoose }: Props) {
  const [typed, setTyped] = useState('')
  const { clients, pending, failed } = useClientSearch(typed.trim())
  const shown = clients.filter(({ id }) => id !== except)
  const [pointedAt, pointAt] = useState('')
  // The list loses what it pointed at when the clients of another search take the place of several.
  const current = shown.some(({ id }) => id === pointedAt) ? pointedAt : (shown[0]?.id ?? '')

  return (
    <Command label={label} shouldFilter={false} loop value={current} onValueChange={pointAt}>
      <p aria-hidden="true" className="mb-1.5 font-medium">
        {label}
      </p>
      <div className={fieldBox}>
        <Search aria-hidden="true" />
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          maxLength={200}
          placeholder="Client name or client ID"
          className={fieldInput}
        />
        {pending && <Spinner />}
      </div>
      <Command.List label="Clients" className="mt-1 h-44 overflow-y-auto" tabIndex={-1}>
        {shown.map(({ id, name, apis }) => (
          <Command.Item
            key={id}
            value={id}
            onSelect={() => onChoose({ id, name })}
            className="grid h-8 cursor-pointer grid-cols-[minmax(0,auto)_minmax(0,1fr)_auto] items-center gap-x-2.5 rounded-md px-2.5 aria-selected:bg-pressed max-wide:h-10"
          >
            <span className="truncate">{name}</span>
            <code className="truncate text-ink-muted">{id}</code>
            <span className="text-xs text-ink-muted">{counted(apis, 'API')}</span>
          </Command.Item>
        ))}
      </Command.List>
      <p role="status" className="text-ink-muted empty:hidden">
        {!pending && !failed && shown.length === 0 && `No client has “${typed.trim()}” in its name or ID.`}
        {failed && 'The clients could not be read. Type again to try again.'}
      </p>
    </Command>
  )
}
