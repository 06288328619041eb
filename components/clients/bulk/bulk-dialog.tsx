'use client'

import { PlanDialog } from '@/components/changes/plan-dialog'
import type { BulkTarget } from '@/lib/bulk/schema'
import { counted } from '@/lib/counted'
import type { Bulk, BulkActions } from './bulk-actions'
import { RevokeDialog } from './revoke-dialog'
import { ScopesDialog } from './scopes-dialog'

export type BulkProps = {
  /** "3 clients" */
  who: string
  target: BulkTarget
  apis: { id: string; name: string }[]
  /** The id of the one that is chosen already. */
  api?: string
  actions: BulkActions
  onClose: () => void
}

type Props = Omit<BulkProps, 'who'> & { what: Bulk; count: number }

/** Asks what it takes to do the same to many clients; ends in a plan. */
export function BulkDialog({ what, count, ...rest }: Props) {
  const props = { ...rest, who: counted(count, 'client') }
  if (what === 'revoke') return <RevokeDialog {...props} />
  if (what !== 'delete') return <ScopesDialog what={what} {...props} />
  const { who, target, actions, onClose } = props
  return (
    <PlanDialog
      title={`Delete ${who}`}
      lead="Each is deleted with its grants, and its secret is refused from then on. Tokens issued before live on; the plan says when the last one ends. This can’t be undone. Protected clients stay."
      plan={() => actions.plan({ what, target })}
      onClose={onClose}
    />
  )
}
