import type { ReactNode } from 'react'

type Props = {
  /** "Unsaved changes" */
  label: string
  /** What, how many, and a way to the field that is wrong. */
  children: ReactNode
  /** The ghost way out, then what to do. */
  actions: ReactNode
}

/** A draft or a selection at the bottom of the column, in sight until it is settled. */
export function Dock({ label, children, actions }: Props) {
  return (
    <section
      aria-label={label}
      data-dock
      className="sticky bottom-4 z-3 mt-4 flex items-center gap-2 rounded-lg bg-raised py-2 pr-2 pl-4 shadow-dock outline outline-transparent transition-[opacity,translate] duration-(--duration-calm) starting:translate-y-1 starting:opacity-0 max-wide:bottom-2 max-wide:-mx-2 max-wide:flex-wrap"
    >
      <div className="flex min-w-0 flex-1 flex-wrap gap-x-3 max-wide:basis-full max-wide:pt-0.5">
        {children}
      </div>
      <div className="flex gap-2 max-wide:w-full max-wide:*:flex-1">{actions}</div>
    </section>
  )
}
