'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { SettingsGroup } from '@/components/ui/settings-group'
import { toastDone } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/action-state'
import type { Api } from '@/lib/apis/api'
import { counted } from '@/lib/counted'
import { routes } from '@/lib/routes'
import { type ApiImpact, clientsLoseAccess } from './api-impact'

type GroupProps = { api: Api; impact: ApiImpact; onDelete: () => void }

/** The impact in sight before anything is pressed. */
export function DeleteGroup({ api, impact, onDelete }: GroupProps) {
  const { clients, ends } = impact
  const grants = clients.count === 1 ? 'Its grant and' : clients.count ? 'Their grants and' : 'Its'
  return (
    <SettingsGroup title="Delete">
      <p className="text-ink-muted">
        <b className="font-medium text-ink">{clientsLoseAccess(clients)}</b> {grants}{' '}
        {counted(api.scopes.length, 'scope')} {clients.count || api.scopes.length !== 1 ? 'go' : 'goes'} with
        the API. {ends} This cannot be undone.
      </p>
      <div>
        <Button kind="danger" onClick={onDelete}>
          Delete API…
        </Button>
      </div>
    </SettingsGroup>
  )
}

type DialogProps = {
  api: Api
  impact: ApiImpact
  action: () => Promise<ActionResult<unknown>>
  onClose: () => void
}

export function DeleteApi({ api, impact, action, onClose }: DialogProps) {
  const router = useRouter()
  const { clients, ends } = impact
  return (
    <ConfirmDialog
      title={`Delete ${api.name}?`}
      lead="Your API itself keeps running; it only gets no more tokens from this tenant. This cannot be undone."
      facts={[
        { term: 'Clients', value: clientsLoseAccess(clients) },
        { term: 'Scopes', value: `${counted(api.scopes.length, 'scope')} removed` },
        { term: 'Tokens', value: ends },
      ]}
      typeName={api.name}
      verb="Delete API"
      busyVerb="Deleting"
      action={action}
      onDone={() => {
        router.push(routes.apis())
        toastDone(`Deleted ${api.name}`, ends)
      }}
      onClose={onClose}
    />
  )
}
