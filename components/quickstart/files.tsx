import { CodeBlock } from '@/components/ui/code-block'
import type { Folder } from '@/lib/quickstarts/commands'
import type { Part } from '@/lib/quickstarts/language'
import { type Address, hrefOf } from './address'
import { ExecutedNote } from './executed-note'
import { Snippet } from './snippet'

type Props = { folder: Folder; part: Part; address: Address }

/** The files of one part, one shown, the others a tab away. */
export function Files({ folder, part: { files, executed }, address }: Props) {
  const paths = files.map((file) => ({ ...file, path: `${folder}/${file.name}` }))
  const shown = paths.find(({ path }) => path === address.file) ?? paths[0]
  if (!shown) return null
  const tabs = paths.map(({ name, path }) => ({
    href: hrefOf({ ...address, file: path }),
    label: baseName(name),
    current: path === shown.path,
  }))
  return (
    <CodeBlock
      label={baseName(shown.name)}
      code={shown.code.text}
      files={tabs.length > 1 ? tabs : undefined}
      foot={
        <span className="flex flex-wrap gap-x-4 wrap-anywhere">
          <span>
            Save as <code>{shown.path}</code>
          </span>
          <ExecutedNote executed={executed} />
        </span>
      }
    >
      <Snippet code={shown.code} grammar={shown.grammar} />
    </CodeBlock>
  )
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
