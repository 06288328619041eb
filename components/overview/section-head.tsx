import type { ReactNode } from 'react'

type Props = { id: string; title: string; children?: ReactNode }

/** A section's title on its hairline, with a count or a link at the end. */
export function SectionHead({ id, title, children }: Props) {
  return (
    <div className="flex items-baseline gap-3.5 border-b border-line-strong pb-2">
      <h2 id={id} className="flex-1 text-base font-semibold">
        {title}
      </h2>
      {children && <div className="text-xs text-ink-faint">{children}</div>}
    </div>
  )
}
