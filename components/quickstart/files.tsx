import { CodeBlock } from '@/components/ui/code-block'
import type { SourceFile } from '@/lib/quickstarts/quickstart'
import { routes } from '@/lib/routes'
import { Snippet } from './snippet'

type Props = {
  files: SourceFile[]
  /** The name of the file that the address asks for; the first when it is not among these. */
  chosen?: string
  apiId: string
  language: string
  client?: string
}

/** The files of one part, one shown, the others a tab away. */
export function Files({ files, chosen, apiId, language, client }: Props) {
  const shown = files.find(({ name }) => name === chosen) ?? files[0]
  if (!shown) return null
  const tabs = files.map(({ name }) => ({
    href: routes.apiQuickstart(apiId, { language, client, file: name }),
    label: baseName(name),
    current: name === shown.name,
  }))
  return (
    <CodeBlock
      label={baseName(shown.name)}
      code={shown.code.text}
      files={files.length > 1 ? tabs : undefined}
      foot={shown.name.includes('/') && <code>{shown.name}</code>}
    >
      <Snippet code={shown.code} grammar={shown.grammar} />
    </CodeBlock>
  )
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
