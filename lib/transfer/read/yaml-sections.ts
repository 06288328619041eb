import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { type Sections, unreadable } from './sections'

/**
 * The lists of a YAML mapping that are wanted. YAML that can't be read gives nothing but the lines with its mistakes: half understood,
 * it could say something else. An alias can stand for any number of copies, so what uses one is refused.
 */
export function yamlSections(text: string, wanted: (list: string) => boolean): Sections {
  const lines = new LineCounter()
  const lineAt = (offset: number) => lines.linePos(offset).line
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' })

  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({
      at: { line: lineAt(pos[0]) },
      message: `The YAML has a mistake here: ${message.split(/\n| at line/)[0]}.`,
    }))
    return { lists: new Map(), problems }
  }
  if (!isMap(document.contents))
    return unreadable(1, 'The YAML has no lists of clients, APIs or client grants in it.')

  const sections: Sections = { lists: new Map(), problems: [] }
  for (const { key, value: list } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (!wanted(name)) continue
    if (isAlias(list))
      sections.problems.push({ at: { line: lineAt(list.range[0]) }, message: noAlias(list.source) })
    if (!isSeq(list)) continue
    const entries = list.items.flatMap((node) => {
      const line = lineAt(node.range[0])
      const alias = aliasIn(node)
      if (alias === undefined) return [{ value: node.toJS(document), line }]
      sections.problems.push({ at: { line }, message: noAlias(alias) })
      return []
    })
    sections.lists.set(name, entries)
  }
  return sections
}

const noAlias = (alias: string) => `It uses the alias *${alias}. Write out what that stands for.`

function aliasIn(node: Node): string | undefined {
  let source: string | undefined
  visit(node, {
    Alias: (_, alias) => {
      source = alias.source
      return visit.BREAK
    },
  })
  return source
}
