'use client'

import { memo, useEffect, useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Link } from '@/components/ui/link'
import { Spinner } from '@/components/ui/spinner'
import type { ActionFailure } from '@/lib/action-state'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import { EditDescription } from './edit-description'
import { RowIcon } from './row-icons'
import type { ScopeActions } from './scope-actions'
import { ScopeImpactRow } from './scope-impact'

export type OpenRow = { value: string; mode: 'edit' | 'remove' }

type Props = {
  apiId: string
  value: string
  description: string
  granted: number
  allGrantsRead: boolean
  ends: string
  fixed?: boolean
  /** Shown already, not yet confirmed by the tenant. */
  adding: boolean
  /** Not what the filter asks for. */
  hidden: boolean
  open?: OpenRow['mode']
  /** The id of the menu of all rows, and whether it is open for this one. */
  menu: string
  menuOpen: boolean
  onMenu: (value: string, button: HTMLElement) => void
  onOpen: (row: OpenRow) => void
  onClose: () => void
  onGone: (failure: ActionFailure) => void
  actions: ScopeActions
}

/** One of up to a thousand: it renders again only when something of its own changes. */
export const ScopeRow = memo(function ScopeRow(props: Props) {
  const { apiId, value, description, granted, allGrantsRead, fixed, adding, open, onOpen, onClose } = props
  const editButton = useRef<HTMLButtonElement>(null)
  const before = useRef(open)

  // The field that had the focus is gone: it goes back to the button that opened it.
  useEffect(() => {
    if (before.current === 'edit' && !open && document.activeElement === document.body)
      editButton.current?.focus()
    before.current = open
  }, [open])

  return (
    <>
      <tr data-open={open === 'remove' || undefined} hidden={props.hidden}>
        <td data-cell="value">
          <code>{value}</code>
        </td>
        <td data-cell="description">
          {open === 'edit' ? (
            <EditDescription
              value={value}
              description={description}
              save={props.actions.describe}
              onClose={onClose}
              onGone={props.onGone}
            />
          ) : (
            description
          )}
        </td>
        <td data-cell="granted">
          {granted > 0 && <Link href={routes.apiClients(apiId)}>{clients(granted, allGrantsRead)}</Link>}
          {granted === 0 && (allGrantsRead ? 'No client' : 'Not counted')}
        </td>
        {!fixed && (
          <td data-cell="actions">
            {adding ? (
              <span className="flex items-center gap-1.5 text-xs text-ink-faint">
                <Spinner /> Adding
              </span>
            ) : (
              open !== 'edit' && (
                <>
                  <IconButton
                    ref={editButton}
                    label={`Edit the description of ${value}`}
                    icon={<RowIcon of="edit" />}
                    onClick={() => onOpen({ value, mode: 'edit' })}
                  />
                  <IconButton
                    label={`Remove ${value}`}
                    icon={<RowIcon of="remove" />}
                    aria-expanded={open === 'remove'}
                    onClick={() => (open === 'remove' ? onClose() : onOpen({ value, mode: 'remove' }))}
                  />
                  <IconButton
                    label={`Rework ${value}`}
                    icon={<RowIcon of="rework" />}
                    aria-haspopup="menu"
                    aria-expanded={props.menuOpen}
                    popoverTarget={props.menu}
                    onClick={({ currentTarget }) => props.onMenu(value, currentTarget)}
                  />
                </>
              )
            )}
          </td>
        )}
      </tr>
      {open === 'remove' && (
        <tr data-impact hidden={props.hidden}>
          <td colSpan={4}>
            <ScopeImpactRow
              value={value}
              ends={props.ends}
              actions={props.actions}
              onClose={onClose}
              onGone={props.onGone}
            />
          </td>
        </tr>
      )}
    </>
  )
})

function clients(granted: number, exact: boolean) {
  const number = formatNumber(granted)
  return `${exact ? '' : 'At least '}${number} ${granted === 1 ? 'client' : 'clients'}`
}
