'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { SettingsGroup } from '@/components/ui/settings-group'
import { toastDone } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/action-state'
import type { Client } from '@/lib/clients/client'
import { routes } from '@/lib/routes'
import { type ClientImpact, grantsGo, tokensLive, tokensLiveUntil } from './client-impact'

type GroupProps = { client: Client; impact: ClientImpact; onDelete: () => void }

/** The impact in sight before anything is pressed, or why there is nothing to press. */
export function DeleteGroup({ client, impact, onDelete }: GroupProps) {
  if (client.protectedBecause)
    return (
      <SettingsGroup title="Delete">
        <p className="text-ink-muted">{client.protectedBecause} So it cannot be deleted here.</p>
      </SettingsGroup>
    )
  return (
    <SettingsGroup title="Delete">
      <p className="text-ink-muted">
        <b className="font-medium text-ink">It gets no more tokens, at once.</b> {grantsGo(impact)}{' '}
        {tokensLive(impact)} This cannot be undone.
      </p>
      <div>
        <Button kind="danger" onClick={onDelete}>
          Delete client…
        </Button>
      </div>
    </SettingsGroup>
  )
}

type DialogProps = {
  client: Client
  impact: ClientImpact
  action: () => Promise<ActionResult<unknown>>
  onClose: () => void
}

export function DeleteClient({ client, impact, action, onClose }: DialogProps) {
  const router = useRouter()
  return (
    <ConfirmDialog
      title={`Delete ${client.name}?`}
      lead="From then on its client ID and secret are refused. A new client gets another ID and another secret."
      facts={[
        { term: 'Access', value: grantsGo(impact) },
        { term: 'Goes on working', value: tokensLiveUntil(impact) },
        { term: 'No way back', value: 'The client and its secret cannot be restored.' },
      ]}
      typeName={client.name}
      verb="Delete client"
      busyVerb="Deleting"
      action={action}
      onDone={() => {
        router.push(routes.clients())
        toastDone(`Deleted ${client.name}`, tokensLiveUntil(impact))
      }}
      onClose={onClose}
    />
  )
}
