import { Command } from 'cmdk'
import { CornerDownRight, Plus, Server, SquareTerminal, Tag } from 'lucide-react'
import { folded } from '@/lib/mirror/fold'
import type { PaletteEntry } from '@/lib/palette/palette-index'

const icons = { client: SquareTerminal, api: Server, scope: Tag, page: CornerDownRight, action: Plus }

/** Faint, but not on the surface of the selected row, where that would be too little contrast. */
const beside = 'text-xs text-ink-faint in-[[aria-selected=true]]:text-ink-muted'

type Props = { entry: PaletteEntry; query: string; onOpen: () => void }

/** A result: what matched underlined, what tells it from others in faint. */
export function PaletteRow({ entry, query, onOpen }: Props) {
  const Icon = icons[entry.kind]
  const mono = entry.kind === 'api' ? 'font-mono' : ''
  return (
    <Command.Item value={entry.key} onSelect={onOpen} className="palette-row">
      <Icon aria-hidden="true" className="text-ink-faint" />
      <span className={entry.kind === 'scope' ? 'font-mono text-xs' : undefined}>
        <Marked text={entry.title} words={query.split(/\s+/).filter(Boolean)} />
      </span>
      <span className={`truncate ${beside} ${mono}`}>{entry.detail}</span>
      <span className={beside}>{entry.end}</span>
    </Command.Item>
  )
}

function Marked({ text, words }: { text: string; words: string[] }) {
  const plain = folded(text)
  // Folding may change the length of a text; letters are marked only where they can be found again.
  const spans = plain.length === text.length ? words.flatMap((word) => spanOf(plain, word)) : []
  const [first] = spans.toSorted((one, other) => one.start - other.start)
  if (!first) return text
  const { start, end } = first
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  )
}

function spanOf(text: string, word: string) {
  const start = text.indexOf(word)
  return start === -1 ? [] : [{ start, end: start + word.length }]
}
