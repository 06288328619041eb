'use client'

import { Combine, PenLine, Split } from 'lucide-react'
import type { RefObject } from 'react'
import { MenuList } from '@/components/ui/menu-list'

/** What can become of a scope at its API and in every grant at once. */
export type Rework = 'rename' | 'split' | 'merge'

type Props = {
  id: string
  value: string
  /** Merging takes another scope to merge into. */
  alone: boolean
  button: RefObject<HTMLElement | null>
  onPick: (rework: Rework) => void
  onToggle: (open: boolean) => void
}

/** One menu for all rows: it opens beside the row whose button was pressed. */
export function ScopeMenu({ id, value, alone, button, onPick, onToggle }: Props) {
  return (
    <MenuList
      id={id}
      label={`Rework ${value}`}
      button={button}
      onToggle={onToggle}
      items={[
        { label: 'Rename…', icon: <PenLine aria-hidden="true" />, onSelect: () => onPick('rename') },
        { label: 'Split…', icon: <Split aria-hidden="true" />, onSelect: () => onPick('split') },
        {
          label: 'Merge into…',
          icon: <Combine aria-hidden="true" />,
          disabled: alone,
          onSelect: () => onPick('merge'),
        },
      ]}
    />
  )
}
