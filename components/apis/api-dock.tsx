'use client'

import { PlanDock } from '@/components/changes/plan-dock'
import { useSelection } from '@/components/ui/selection'
import type { ActionResult } from '@/lib/action-state'
import type { ApiBulkInput } from '@/lib/bulk/schema'
import { counted } from '@/lib/counted'

/** Plans the same for many APIs and opens the plan. */
export type PlanApiBulk = (input: ApiBulkInput) => Promise<ActionResult>

type Props = {
  /** How many APIs match. */
  total: number
  /** The filter as it stands in the address: it travels in the place of what it matches. */
  query: Record<string, string>
  narrowed: boolean
  plan: PlanApiBulk
}

/** What can be done to the APIs that are selected. */
export function ApiDock({ total, query, narrowed, plan }: Props) {
  const { all, ids, count } = useSelection()
  const apis = counted(count(total), 'API')
  return (
    <PlanDock
      total={total}
      noun="API"
      narrowed={narrowed}
      choices={[
        {
          what: 'revoke',
          label: 'Revoke all access…',
          title: `Revoke all access to ${apis}`,
          lead: 'Every client grant for them is deleted: no new tokens from then on. Tokens issued before live on; the plan says when the last one ends.',
        },
        {
          what: 'delete',
          label: 'Delete…',
          title: `Delete ${apis}`,
          lead: 'Each is deleted with its scopes and every client grant for it. This can’t be undone. The tenant’s own API stays.',
          danger: true,
        },
      ]}
      plan={(what) => plan({ what, target: all ? { query, except: ids } : { ids } })}
    />
  )
}
