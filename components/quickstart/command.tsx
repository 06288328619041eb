import { CodeLine } from '@/components/ui/code-block'
import type { Code } from '@/lib/quickstarts/code'
import type { SecretVariable } from '@/lib/quickstarts/quickstart'
import { Snippet } from './snippet'

/** What to type into a terminal. `label` names it: "install command". */
export function Command({ label, code }: { label: string; code: Code }) {
  return (
    <CodeLine label={label} code={code.text}>
      <Snippet code={code} grammar="shellscript" />
    </CodeLine>
  )
}

/** Puts a secret into the environment without it being shown or kept in the shell's history. */
export function SecretCommand({ variable, secret }: { variable: SecretVariable; secret: string }) {
  const text = `read -rs ${variable} && export ${variable}`
  return (
    <div className="grid gap-1.5">
      <Command label={`command that reads the ${secret}`} code={{ text, values: [] }} />
      <p className="text-xs text-ink-faint">
        Run it, paste the {secret} and press Enter: it is neither shown nor kept in the shell’s history.
      </p>
    </div>
  )
}

/** What comes back when everything is right. */
export function Answer({ title, code }: { title: string; code: Code }) {
  return (
    <div className="grid gap-1.5">
      <p className="text-xs text-ink-faint">{title}</p>
      <CodeLine label="expected answer" code={code.text}>
        <Snippet code={code} grammar="text" />
      </CodeLine>
    </div>
  )
}
