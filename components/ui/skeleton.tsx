/** A bar in the place of text, shown only once waiting took 300 ms. Put it inside `Waiting`. */
export function Skeleton({ width }: { width: number | string }) {
  return (
    <span
      aria-hidden="true"
      className="block h-2.5 max-w-full animate-breathe rounded-xs bg-pressed"
      style={{ width }}
    />
  )
}

/** Says that a page is being read, and keeps its skeleton back for the first 300 ms. */
export function Waiting({ children }: { children: React.ReactNode }) {
  return (
    <div className="animate-late">
      <span role="status" className="sr-only">
        Reading from the tenant
      </span>
      {children}
    </div>
  )
}

const rows = ['a', 'b', 'c', 'd', 'e', 'f']

/** The place of a table: `widths` in px, one per column. */
export function SkeletonTable({ widths }: { widths: number[] }) {
  return (
    <div className="-mx-3 max-wide:-mx-4">
      {rows.map((row) => (
        <div key={row} className="flex h-10 items-center gap-8 border-b border-line px-3 max-wide:px-4">
          {widths.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
            <span key={index} className={index ? 'max-wide:hidden' : 'flex-1'}>
              <Skeleton width={width} />
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}

/** The place of a page's title and its line below. */
export function SkeletonHead() {
  return (
    <div className="mb-5 grid gap-3 py-1.5">
      <Skeleton width={160} />
      <Skeleton width={280} />
    </div>
  )
}
