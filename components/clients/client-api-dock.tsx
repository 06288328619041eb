'use client'

import { PlanDock } from '@/components/changes/plan-dock'
import { useSelection } from '@/components/ui/selection'
import type { ActionResult } from '@/lib/action-state'
import type { ClientApisInput } from '@/lib/bulk/schema'
import { counted } from '@/lib/counted'

/** Plans the client's access to many APIs and opens the plan. */
export type PlanClientApis = (input: ClientApisInput) => Promise<ActionResult>

type Props = {
  client: string
  /** How many APIs there are to select from. */
  total: number
  plan: PlanClientApis
}

/** What can be done to a client's access to the APIs that are selected. */
export function ClientApiDock({ client, total, plan }: Props) {
  const { ids } = useSelection()
  const apis = counted(ids.length, 'API')
  return (
    <PlanDock
      total={total}
      noun="API"
      narrowed={false}
      beyond={false}
      choices={[
        {
          what: 'authorize',
          label: 'Authorize…',
          title: `Authorize ${client} for ${apis}`,
          lead: 'It gets all scopes of each, but none of the tenant’s own API. Scopes can be taken out afterwards, or picked one by one in Access.',
        },
        {
          what: 'revoke',
          label: 'Revoke…',
          title: `Revoke the access of ${client} to ${apis}`,
          lead: 'Its client grants for them are deleted: no new tokens from then on. Tokens issued before live on; the plan says when the last one ends.',
        },
      ]}
      plan={(what) => plan({ what, apiIds: ids })}
    />
  )
}
