import type { Route } from 'next'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'
import { Link } from './link'

type Props = {
  /** What it is, read out: "server.js". */
  label: string
  /** The plain text that Copy copies. */
  code: string
  /** The highlighted lines, each a `<span class="ln">`; without it the plain text is shown. */
  children?: ReactNode
  /** File tabs, each at its own URL. */
  files?: { href: Route; label: string; current: boolean }[]
  /** Words below: where the value comes from, what to put in place. */
  foot?: ReactNode
}

/** Code with its name or file tabs above and line numbers at its side. */
export function CodeBlock({ label, code, children, files, foot }: Props) {
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      <div className="flex h-9 items-center gap-4 border-b border-line pr-1 pl-3.5">
        <div className="flex min-w-0 flex-1 gap-4 overflow-x-auto [scrollbar-width:none]">
          {files ? (
            files.map((file) => <FileTab key={file.label} {...file} />)
          ) : (
            <span className="truncate">{label}</span>
          )}
        </div>
        <CopyButton value={code} label={`Copy ${label}`} text="Copy" />
      </div>
      <Lines>{children ?? code}</Lines>
      {foot && <div className="border-t border-line px-3.5 py-2 text-xs text-ink-faint">{foot}</div>}
    </div>
  )
}

/** One command in a line, with its copy button. */
export function CodeLine({ label, code, children }: Pick<Props, 'label' | 'code' | 'children'>) {
  return (
    <div className="flex min-w-0 items-center rounded-lg border border-line bg-sunken pr-1">
      <Lines bare>{children ?? code}</Lines>
      <CopyButton value={code} label={`Copy ${label}`} text="Copy" />
    </div>
  )
}

function FileTab({ href, label, current }: { href: Route; label: string; current: boolean }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={current ? 'page' : undefined}
      className="flex h-[35px] shrink-0 rounded-none items-center border-b border-transparent text-ink-faint no-underline hover:text-ink focus-visible:-outline-offset-3 aria-[current]:border-ink aria-[current]:text-ink"
    >
      {label}
    </Link>
  )
}

function Lines({ bare, children }: { bare?: boolean; children: ReactNode }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll wide code
      tabIndex={0}
      className={`code-lines min-w-0 flex-1 ${bare ? 'bare' : ''}`}
    >
      <code>{children}</code>
    </pre>
  )
}
