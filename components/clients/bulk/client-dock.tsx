'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useSelection } from '@/components/ui/selection'
import { SelectionDock } from '@/components/ui/selection-dock'
import type { AllClients, BulkTarget } from '@/lib/bulk/schema'
import type { Bulk, BulkActions } from './bulk-actions'

/** Loaded when it is asked for: most visits change nothing. */
const BulkDialog = dynamic(() => import('./bulk-dialog').then((module) => module.BulkDialog), { ssr: false })

const verbs: [Bulk, string][] = [
  ['authorize', 'Authorize…'],
  ['add', 'Add scopes…'],
  ['remove', 'Remove scopes…'],
  ['revoke', 'Revoke…'],
]

type Props = {
  /** How many clients match. */
  total: number
  /** What travels in the place of all that match. */
  everybody: AllClients
  narrowed: boolean
  beyond?: boolean
  apis: { id: string; name: string }[]
  /** The id of the API that it is about, unless another one is chosen. */
  api?: string
  actions: BulkActions
}

/** What can be done to the clients that are selected. */
export function ClientDock({ total, everybody, narrowed, beyond, apis, api, actions }: Props) {
  const { all, ids, count } = useSelection()
  const [asked, ask] = useState<Bulk>()
  const target: BulkTarget = all ? { ...everybody, except: ids } : { ids }
  return (
    <>
      <SelectionDock total={total} noun="client" narrowed={narrowed} beyond={beyond}>
        {verbs.map(([what, label]) => (
          <Button key={what} small onClick={() => ask(what)}>
            {label}
          </Button>
        ))}
        <Button small kind="danger" onClick={() => ask('delete')}>
          Delete…
        </Button>
      </SelectionDock>
      {asked && (
        <BulkDialog
          what={asked}
          count={count(total)}
          target={target}
          apis={apis}
          api={api}
          actions={actions}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  )
}
