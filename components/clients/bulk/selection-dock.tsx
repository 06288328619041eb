'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dock } from '@/components/ui/dock'
import type { BulkTarget } from '@/lib/bulk/schema'
import type { Bulk, BulkActions } from './bulk-actions'
import { useClientSelection } from './selection-context'

/** Loaded when it is asked for: most visits change nothing. */
const BulkDialog = dynamic(() => import('./bulk-dialog').then((module) => module.BulkDialog), { ssr: false })

type Props = {
  /** How many clients match. */
  total: number
  /** The filter as it stands in the address: it travels in the place of what it matches. */
  query: Record<string, string>
  narrowed: boolean
  apis: { id: string; name: string }[]
  actions: BulkActions
}

/** How many are selected and what can be done to them, in sight as long as there is one. */
export function SelectionDock({ total, query, narrowed, apis, actions }: Props) {
  const { all, ids, count, selectAll, clear } = useClientSelection()
  const [asked, ask] = useState<Bulk>()
  const selected = count(total)
  const target: BulkTarget = all ? { query, except: ids } : { ids }
  const format = (value: number) => value.toLocaleString('en')
  if (selected === 0) return null
  return (
    <>
      <Dock
        label="Selection"
        actions={
          <div className="flex gap-2 max-wide:grid max-wide:grid-cols-2">
            <Button small onClick={() => ask('authorize')}>
              Authorize for an API…
            </Button>
            <Button small onClick={() => ask('remove')}>
              Remove scopes…
            </Button>
            <Button small onClick={() => ask('revoke')}>
              Revoke…
            </Button>
            <Button small kind="danger" onClick={() => ask('delete')}>
              Delete…
            </Button>
          </div>
        }
      >
        <p role="status" className="self-center text-ink-muted">
          <b className="font-medium text-ink">{format(selected)} selected</b> of {format(total)}{' '}
          {total === 1 ? 'client' : 'clients'}
          {narrowed && ' that match'}
        </p>
        <span className="-ml-1 flex">
          {selected < total && (
            <Button small kind="ghost" onClick={selectAll}>
              Select all {format(total)}
            </Button>
          )}
          <Button small kind="ghost" onClick={clear}>
            Clear
          </Button>
        </span>
      </Dock>
      {asked && (
        <BulkDialog
          what={asked}
          count={selected}
          target={target}
          apis={apis}
          actions={actions}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  )
}
