import type { ReactNode } from 'react'
import { CodeLine } from '@/components/ui/code-block'
import type { Code } from '@/lib/quickstarts/code'
import { Snippet } from './snippet'

type Props = {
  /** What Copy copies: "start command". */
  label: string
  code: Code
  /** What it does, above it. */
  children?: ReactNode
}

/** What to type into a terminal. */
export function Command({ label, code, children }: Props) {
  return (
    <div className="grid grid-cols-1 gap-1.5">
      {children && <p className="text-ink-muted">{children}</p>}
      <CodeLine label={label} code={code.text}>
        <Snippet code={code} grammar="shellscript" />
      </CodeLine>
    </div>
  )
}

/** What comes back when everything is right; to be compared, not copied. */
export function Answer({ code, children }: { code: Code; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <p className="text-ink-muted">{children}</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll wide code
        tabIndex={0}
        className="code-lines bare rounded-lg border border-line"
      >
        <code>
          <Snippet code={code} grammar="text" />
        </code>
      </pre>
    </div>
  )
}
