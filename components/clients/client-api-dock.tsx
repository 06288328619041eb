'use client'

import { useState } from 'react'
import { PlanDialog } from '@/components/changes/plan-dialog'
import { Button } from '@/components/ui/button'
import { useSelection } from '@/components/ui/selection'
import { SelectionDock } from '@/components/ui/selection-dock'
import type { ActionResult } from '@/lib/action-state'
import type { ClientApisInput } from '@/lib/bulk/schema'
import { counted } from '@/lib/counted'

type What = ClientApisInput['what']

/** Plans the client's access to many APIs and opens the plan. */
export type PlanClientApis = (input: ClientApisInput) => Promise<ActionResult>

const dialogs: Record<What, { title: (client: string, apis: string) => string; lead: string }> = {
  authorize: {
    title: (client, apis) => `Authorize ${client} for ${apis}`,
    lead: 'It gets all scopes of each, but none of the tenant’s own API. Scopes can be taken out afterwards, or picked one by one in Access.',
  },
  revoke: {
    title: (client, apis) => `Revoke the access of ${client} to ${apis}`,
    lead: 'Its client grants for them are deleted: no new tokens from then on. Tokens issued before live on; the plan says when the last one ends.',
  },
}

type Props = {
  client: string
  /** How many APIs there are to select from. */
  total: number
  plan: PlanClientApis
}

/** What can be done to a client's access to the APIs that are selected. */
export function ClientApiDock({ client, total, plan }: Props) {
  const { ids } = useSelection()
  const [asked, ask] = useState<What>()
  const apis = counted(ids.length, 'API')
  return (
    <>
      <SelectionDock total={total} noun="API" narrowed={false} beyond={false}>
        <Button small onClick={() => ask('authorize')}>
          Authorize…
        </Button>
        <Button small onClick={() => ask('revoke')}>
          Revoke…
        </Button>
      </SelectionDock>
      {asked && (
        <PlanDialog
          title={dialogs[asked].title(client, apis)}
          lead={dialogs[asked].lead}
          plan={() => plan({ what: asked, apiIds: ids })}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  )
}
