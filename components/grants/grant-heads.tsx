/** What stands above the columns of `GrantRow`; the rows themselves are a list and name their parts. */
export function GrantHeads({ name, id, lastToken }: { name: string; id: string; lastToken: boolean }) {
  return (
    <div
      aria-hidden="true"
      className="-mx-3 grid h-8 grid-cols-[64px_minmax(140px,200px)_minmax(0,1fr)_148px_112px_26px] items-center gap-x-4 border-b border-line-strong px-3 text-xs text-ink-faint max-wide:hidden"
    >
      <span>Authorized</span>
      <span>{name}</span>
      <span>{id}</span>
      <span>Scopes</span>
      <span>{lastToken && 'Last token'}</span>
    </div>
  )
}
