import { CodeBlock } from '@/components/ui/code-block'
import type { Executed, SourceFile } from '@/lib/quickstarts/quickstart'
import { routes } from '@/lib/routes'
import { Snippet } from './snippet'

/** What every address of this page keeps from file to file. */
type Address = { apiId: string; language: string; client?: string }

type Props = {
  files: SourceFile[]
  /** The name of the file that the address asks for; the first when it is not among these. */
  chosen?: string
  executed: Executed
  address: Address
}

/** The files of one part, one shown, the others a tab away. */
export function Files({ files, chosen, executed, address: { apiId, ...query } }: Props) {
  const shown = files.find(({ name }) => name === chosen) ?? files[0]
  if (!shown) return null
  const tabs = files.map(({ name }) => ({
    href: routes.apiQuickstart(apiId, { ...query, file: name }),
    label: baseName(name),
    current: name === shown.name,
  }))
  return (
    <CodeBlock
      label={baseName(shown.name)}
      code={shown.code.text}
      files={tabs.length > 1 ? tabs : undefined}
      foot={<Foot path={shown.name} executed={executed} />}
    >
      <Snippet code={shown.code} grammar={shown.grammar} />
    </CodeBlock>
  )
}

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

function Foot({ path, executed }: { path: string; executed: Executed }) {
  return (
    <span className="flex flex-wrap gap-x-4 wrap-anywhere">
      <span>
        Save as <code>{path}</code>
      </span>
      {executed !== 'here' && (
        <span>
          Not executed by our tests. {date.format(new Date(executed.checked))}: {executed.how}
        </span>
      )}
    </span>
  )
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
