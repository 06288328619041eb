import type { ReactNode } from 'react'

const tones = {
  plain: 'text-ink-muted border-line-strong',
  granted: 'text-granted-text bg-granted-subtle border-granted-line',
  success: 'text-success bg-success-subtle border-success-line',
  warning: 'text-warning bg-warning-subtle border-warning-line',
  danger: 'text-danger bg-danger-subtle border-danger-line',
  info: 'text-info bg-info-subtle border-info-line',
}

/** A state in a word; never a decoration, never a link. */
export function Badge({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1 rounded-sm border px-1.5 text-xs leading-none whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  )
}
