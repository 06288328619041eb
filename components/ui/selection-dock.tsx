'use client'

import type { ReactNode } from 'react'
import { formatNumber } from '@/lib/number-text'
import { Button } from './button'
import { Dock } from './dock'
import { useSelection } from './selection'

type Props = {
  /** How many match. */
  total: number
  /** "client" */
  noun: string
  narrowed: boolean
  /** The rows can be selected beyond those of the page. */
  beyond?: boolean
  /** What can be done to them. */
  children: ReactNode
}

/** How many are selected and what can be done to them, in sight as long as there is one. */
export function SelectionDock({ total, noun, narrowed, beyond = true, children }: Props) {
  const { count, selectAll, clear } = useSelection()
  const selected = count(total)
  if (selected === 0) return null
  return (
    <Dock
      label="Selection"
      actions={
        <div className="flex flex-wrap gap-2 max-wide:grid max-wide:grid-cols-2 max-wide:[&>:last-child:nth-child(odd)]:col-span-2">
          {children}
        </div>
      }
    >
      <p role="status" className="self-center text-ink-muted">
        <b className="font-medium text-ink">{formatNumber(selected)} selected</b> of {formatNumber(total)}{' '}
        {noun}
        {total !== 1 && 's'}
        {narrowed && ' that match'}
      </p>
      <span className="-ml-1 flex">
        {beyond && selected < total && (
          <Button small kind="ghost" onClick={selectAll}>
            Select all {formatNumber(total)}
          </Button>
        )}
        <Button small kind="ghost" onClick={clear}>
          Clear
        </Button>
      </span>
    </Dock>
  )
}
