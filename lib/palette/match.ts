import type { PaletteEntry } from './palette-index'

export type Match = { entry: PaletteEntry; score: number }

const mostOfAKind = 8

/**
 * The entries that have every word of the query, the best first within each kind; `recent` are keys of what was opened
 * lately, the last first, which win among equals. `query` and the entries' texts are folded alike.
 */
export function matches(entries: readonly PaletteEntry[], query: string, recent: readonly string[]): Match[] {
  const words = query.split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found: Match[] = []
  for (const entry of entries) {
    let score = 0
    for (const word of words) {
      const part = wordScore(entry.text, word)
      if (part === 0) {
        score = 0
        break
      }
      score += part
    }
    if (score > 0) found.push({ entry, score: score + recency(recent, entry.key) })
  }
  const byKind = Map.groupBy(found, ({ entry }) => entry.kind)
  return [...byKind.values()].flatMap((group) => group.toSorted(best).slice(0, mostOfAKind))
}

/** 0 for no match: at the start, at the start of a word, anywhere, or as letters in their order. */
function wordScore(text: string, word: string): number {
  const at = text.indexOf(word)
  if (at === 0) return 8
  if (at > 0) return startsWord(text, at) || wordStartWith(text, word) ? 6 : 4
  return word.length > 1 && inOrder(text, word) ? 1 : 0
}

const startsWord = (text: string, at: number) => !/[a-z0-9]/.test(text.charAt(at - 1))

function wordStartWith(text: string, word: string) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || startsWord(text, at)) return true
  }
  return false
}

/** "ons" in "orders-nightly-sync": the first letter begins the title, the others follow somewhere. */
function inOrder(text: string, word: string) {
  if (text.charAt(0) !== word.charAt(0)) return false
  let at = 0
  for (const letter of word) {
    at = text.indexOf(letter, at)
    if (at === -1) return false
    at += 1
  }
  return true
}

const recency = (recent: readonly string[], key: string) => {
  const place = recent.indexOf(key)
  return place === -1 ? 0 : 1 - place / (recent.length + 1)
}

const best = (one: Match, other: Match) =>
  other.score - one.score ||
  one.entry.title.length - other.entry.title.length ||
  one.entry.title.localeCompare(other.entry.title)
