import { type ReactNode, useId } from 'react'

/** A column of settings groups, with an optional `Aside` beside it. */
export function Settings({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-start gap-x-12 desk:grid-cols-[minmax(0,1fr)_296px]">
      <div className="min-w-0">{children}</div>
      {aside}
    </div>
  )
}

/** A title left, its fields right, a hairline to the group before. */
export function SettingsGroup({
  title,
  note,
  children,
}: {
  title: string
  note?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-2 border-t border-line pt-5 pb-6 first:border-t-0 first:pt-0 wide:grid-cols-[184px_minmax(0,1fr)] max-wide:gap-y-3"
    >
      <div>
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {note && <p className="mt-0.5 text-xs text-ink-faint">{note}</p>}
      </div>
      <div className="grid grid-cols-1 gap-4.5">{children}</div>
    </section>
  )
}
