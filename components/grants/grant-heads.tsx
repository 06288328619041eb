import type { ReactNode } from 'react'

type Props = {
  name: string
  id: string
  lastToken: boolean
  /** The box that selects every row, in the place of "Authorized". */
  select?: ReactNode
}

/** What stands above the columns of `GrantRow`; the rows themselves are a list and name their parts. */
export function GrantHeads({ name, id, lastToken, select }: Props) {
  return (
    <div className="-mx-3 grid h-8 grid-cols-[64px_minmax(140px,200px)_minmax(0,1fr)_148px_112px_26px] items-center gap-x-4 border-b border-line-strong px-3 text-xs text-ink-faint max-wide:hidden">
      {select ?? <span aria-hidden="true">Authorized</span>}
      {[name, id, 'Scopes', lastToken && 'Last token'].map((head) => (
        <span key={String(head)} aria-hidden="true">
          {head}
        </span>
      ))}
    </div>
  )
}
