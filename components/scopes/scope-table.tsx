'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { FailureText } from '@/components/ui/failure-text'
import { FilterField } from '@/components/ui/filter-field'
import type { ActionFailure } from '@/lib/action-state'
import { maxScopes, type Scope } from '@/lib/apis/api'
import { counted } from '@/lib/counted'
import { formatNumber } from '@/lib/number-text'
import { RowIcons } from './row-icons'
import type { ScopeActions } from './scope-actions'
import { ScopeMenu } from './scope-menu'
import { type OpenRow, ScopeRow } from './scope-row'
import { useRework } from './use-rework'

/** Loaded when it is asked for: most visits rework nothing. */
const ReworkScope = dynamic(() => import('./rework/rework-scope').then((module) => module.ReworkScope), {
  ssr: false,
})

export type ScopeTableProps = {
  apiId: string
  scopes: Scope[]
  /** How many clients are granted each scope; a scope that is missing here is granted to none. */
  grantedTo: Readonly<Record<string, number>>
  /** False when the API has more grants than were read: the counts are then the least there are. */
  allGrantsRead: boolean
  /** Until when tokens keep a scope that is removed now, in a sentence. */
  ends: string
  /** Why nothing can be changed: the scopes of a system API are the tenant's. */
  fixed?: boolean
}

type Props = ScopeTableProps & {
  /** Values the tenant holds; a scope shown beyond these is on its way there. */
  stored: ReadonlySet<string>
  actions: ScopeActions
}

export function ScopeTable({ scopes, stored, actions, grantedTo, ...rest }: Props) {
  const [filter, setFilter] = useState('')
  const [open, setOpen] = useState<OpenRow>()
  const wanted = useDeferredValue(filter).trim().toLowerCase()
  const [gone, setGone] = useState<ActionFailure>()
  const router = useRouter()
  const rework = useRework()
  const close = useCallback(() => setOpen(undefined), [])
  const openRow = useCallback((row: OpenRow) => {
    setGone(undefined)
    setOpen(row)
  }, [])
  const sayGone = useCallback(
    (failure: ActionFailure) => {
      setOpen(undefined)
      setGone(failure)
      router.refresh()
    },
    [router],
  )
  const searchable = useMemo(
    () => scopes.map((scope) => `${scope.value}\n${scope.description}`.toLowerCase()),
    [scopes],
  )
  const matches = useMemo(() => searchable.map((text) => text.includes(wanted)), [searchable, wanted])
  const matching = matches.filter(Boolean).length
  const reworked = scopes.find(({ value }) => value === rework.value)

  return (
    <>
      <div className="mt-6 mb-1 flex flex-wrap items-center gap-x-3 gap-y-2">
        <FilterField label="Filter by scope or description" value={filter} onType={setFilter} />
        <p className="flex-1 text-right text-ink-faint max-wide:text-left" role="status">
          {howMany(scopes.length, wanted === '' ? undefined : matching, rest.fixed)}
        </p>
      </div>
      {gone && (
        <div className="my-2">
          <Banner tone="warning" role="alert">
            <FailureText failure={gone} />
          </Banner>
        </div>
      )}
      <RowIcons />
      <div className="-mx-3 max-wide:-mx-4">
        <table className="scope-table" data-fixed={rest.fixed || undefined}>
          <caption className="sr-only">Scopes</caption>
          <thead>
            <tr>
              <th scope="col">Scope</th>
              <th scope="col">Description</th>
              <th scope="col">Granted to</th>
              {!rest.fixed && (
                <th scope="col">
                  <span className="sr-only">Actions</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {scopes.map((scope, index) => (
              <ScopeRow
                key={scope.value}
                {...rest}
                value={scope.value}
                description={scope.description}
                granted={grantedTo[scope.value] ?? 0}
                hidden={!matches[index]}
                adding={!stored.has(scope.value)}
                open={open?.value === scope.value ? open.mode : undefined}
                onOpen={openRow}
                onClose={close}
                onGone={sayGone}
                actions={actions}
                menu={rework.menu}
                menuOpen={rework.menuOf === scope.value}
                onMenu={rework.openMenu}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!rest.fixed && (
        <ScopeMenu
          id={rework.menu}
          value={rework.value}
          alone={scopes.length < 2}
          button={rework.button}
          onPick={rework.pick}
          onToggle={rework.toggled}
        />
      )}
      {rework.picked && reworked && (
        <ReworkScope
          key={rework.value}
          rework={rework.picked}
          scope={reworked}
          scopes={scopes}
          ends={rest.ends}
          actions={actions}
          onClose={rework.close}
        />
      )}
      {matching === 0 && (
        <p className="py-4 text-ink-muted">
          {wanted
            ? `No scope has “${filter.trim()}” in its name or description.`
            : 'No scopes yet. A scope is a claim in the access token, such as read:orders, by which the API tells what a client may do. Without scopes a token says only who calls.'}
        </p>
      )}
    </>
  )
}

function howMany(all: number, matching: number | undefined, fixed = false) {
  const scopes = counted(all, 'scope')
  if (matching !== undefined) return `${formatNumber(matching)} of ${scopes}`
  return fixed ? scopes : `${scopes}, an API can have ${formatNumber(maxScopes)}`
}
