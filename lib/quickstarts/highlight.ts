import 'server-only'
import { createHighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import type { Code } from './code.ts'
import type { Grammar } from './language.ts'

/** A run of text of one kind: keyword, string or comment as `code-block.css` calls them; `isValue` for the tenant's. */
export type Piece = { text: string; kind?: 'k' | 's' | 'c'; isValue: boolean }

const grammars = {
  csharp: () => import('shiki/langs/csharp.mjs'),
  go: () => import('shiki/langs/go.mjs'),
  java: () => import('shiki/langs/java.mjs'),
  javascript: () => import('shiki/langs/javascript.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  nginx: () => import('shiki/langs/nginx.mjs'),
  php: () => import('shiki/langs/php.mjs'),
  powershell: () => import('shiki/langs/powershell.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  ruby: () => import('shiki/langs/ruby.mjs'),
  rust: () => import('shiki/langs/rust.mjs'),
  shellscript: () => import('shiki/langs/shellscript.mjs'),
  toml: () => import('shiki/langs/toml.mjs'),
  typescript: () => import('shiki/langs/typescript.mjs'),
  xml: () => import('shiki/langs/xml.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
}

/** Colours are the names of our classes: the style sheet has the real ones, for light and dark. */
const theme = {
  name: 'classes',
  fg: 't',
  bg: 't',
  settings: [
    {
      scope: ['keyword', 'storage', 'entity.name.tag', 'constant.language'],
      settings: { foreground: 'k' },
    },
    {
      scope: ['keyword.operator', 'storage.type.php', 'storage.modifier.import', 'storage.modifier.package'],
      settings: { foreground: 't' },
    },
    { scope: ['string', 'punctuation.definition.string'], settings: { foreground: 's' } },
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: 'c' } },
    {
      scope: [
        'string.unquoted.argument.shell',
        'constant.other.option',
        'meta.embedded',
        'meta.template.expression',
      ],
      settings: { foreground: 't' },
    },
  ],
}

const highlighter = createHighlighterCore({ themes: [theme], engine: createJavaScriptRegexEngine() })

/** The lines of the text in pieces; the same text as it was given when they are put together with line breaks. */
export async function highlight({ text, values }: Code, grammar: Grammar | 'text'): Promise<Piece[][]> {
  const shiki = await highlighter
  if (grammar !== 'text') await shiki.loadLanguage(grammars[grammar]())
  const lines = shiki.codeToTokensBase(text, { lang: grammar, theme: theme.name })
  return lines.map((tokens) =>
    tokens.flatMap(({ content, offset, color }) =>
      cut(content, offset, values).map((piece) => ({ ...piece, kind: kindOf(color) })),
    ),
  )
}

const kindOf = (color: string | undefined) =>
  color === 'k' || color === 's' || color === 'c' ? color : undefined

/** The token in pieces that are wholly a value of the tenant or not at all. */
function cut(content: string, offset: number, values: Code['values']) {
  const end = offset + content.length
  const edges = values.flat().filter((edge) => edge > offset && edge < end)
  const stops = [offset, ...edges, end]
  return stops.slice(1).map((stop, index) => {
    const start = stops[index] ?? offset
    return {
      text: content.slice(start - offset, stop - offset),
      isValue: values.some(([from, to]) => from <= start && stop <= to),
    }
  })
}
