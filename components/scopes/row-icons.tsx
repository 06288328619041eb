import { Ellipsis, Pencil, Trash2 } from 'lucide-react'

/** Drawn once and referred to by each of up to a thousand rows, which then stay light. */
export function RowIcons() {
  return (
    <div hidden>
      <Pencil id="scope-edit" />
      <Trash2 id="scope-remove" />
      <Ellipsis id="scope-rework" />
    </div>
  )
}

export function RowIcon({ of }: { of: 'edit' | 'remove' | 'rework' }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-3.5">
      <use href={`#scope-${of}`} width="24" height="24" />
    </svg>
  )
}
