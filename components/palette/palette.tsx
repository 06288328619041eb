'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Key } from '@/components/ui/key'
import { folded } from '@/lib/mirror/fold'
import { matches } from '@/lib/palette/match'
import type { PaletteEntry } from '@/lib/palette/palette-index'
import { PaletteFoot } from './palette-foot'
import { PaletteRow } from './palette-row'
import { noteRecent, recentKeys } from './recent'
import { usePaletteIndex } from './use-palette-index'

export type PaletteProps = { apisEnabled: boolean; onClose: () => void }

const groups = [
  ['client', 'Clients'],
  ['api', 'APIs'],
  ['scope', 'Scopes'],
  ['page', 'Pages'],
  ['action', 'Actions'],
] as const

/** Anything in the tenant and the console by a few letters, without the mouse. */
export function Palette({ apisEnabled, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState({ query: '', key: '' })
  const query = useDeferredValue(folded(typed).trim())
  const { entries, further, loading, failed } = usePaletteIndex(apisEnabled, query)
  const recent = useMemo(recentKeys, [])

  useLayoutEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])

  const found = useMemo(() => {
    if (query) return matches([...entries, ...further], query, recent).map(({ entry }) => entry)
    const byKey = new Map(entries.map((entry) => [entry.key, entry]))
    const opened = recent.flatMap((key) => byKey.get(key) ?? [])
    return [...opened, ...entries.filter(({ kind, key }) => kind === 'page' && !recent.includes(key))]
  }, [entries, further, query, recent])
  const shown = new Map(found.map((entry) => [entry.key, entry]))
  // What was picked among other results is none of these; the best of them is a key away.
  const stillThere = picked.query === query && shown.has(picked.key)
  const selected = stillThere ? picked.key : (firstOf([...shown.values()])?.key ?? '')
  const select = (key: string) => setPicked({ query, key })

  function open(entry: PaletteEntry, newTab: boolean) {
    noteRecent(entry.key)
    if (newTab) return window.open(entry.href, '_blank', 'noopener')
    onClose()
    router.push(entry.href as Route)
  }

  function onKeyDown(event: KeyboardEvent) {
    const entry = shown.get(selected)
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && entry) {
      event.preventDefault()
      open(entry, true)
    }
    if (event.key === 'Tab') {
      event.preventDefault()
      const next = nextGroup([...shown.values()], selected, event.shiftKey ? -1 : 1)
      if (next) select(next)
    }
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Find anything"
      onCancel={onClose}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
      className="palette"
    >
      <Command
        label="Find anything"
        shouldFilter={false}
        loop
        value={selected}
        onValueChange={select}
        onKeyDown={onKeyDown}
      >
        <div className="palette-field">
          <Search aria-hidden="true" className="text-ink-faint" />
          <Command.Input
            autoFocus
            value={typed}
            onValueChange={setTyped}
            placeholder="Clients, APIs, scopes, pages, actions"
          />
          <Key>Esc</Key>
        </div>
        <Command.List label="Results" className="palette-list">
          {groups.map(([kind, heading]) => {
            const group = [...shown.values()].filter((entry) => entry.kind === kind)
            return (
              group.length > 0 && (
                <Command.Group key={kind} heading={query || kind !== 'page' ? heading : 'Go to'}>
                  {group.map((entry) => (
                    <PaletteRow
                      key={entry.key}
                      entry={entry}
                      query={query}
                      onOpen={() => open(entry, false)}
                    />
                  ))}
                </Command.Group>
              )
            )
          })}
          {shown.size === 0 && !loading && (
            <p className="px-3 py-4 text-ink-muted">Nothing is called “{typed.trim()}” here.</p>
          )}
          {loading && <p className="px-3 py-3 text-xs text-ink-faint">Reading clients, APIs and scopes</p>}
          {failed && (
            <p role="alert" className="px-3 py-3 text-xs text-danger">
              The dashboard did not answer, so only pages are found. Reload the page to try again.
            </p>
          )}
        </Command.List>
        <PaletteFoot count={query ? shown.size : undefined} />
      </Command>
    </dialog>
  )
}

/** What stands at the top. */
const firstOf = (entries: PaletteEntry[]) =>
  groups.map(([kind]) => entries.find((entry) => entry.kind === kind)).find(Boolean)

/** The first entry of the group after, or before, the one that is selected. */
function nextGroup(entries: PaletteEntry[], selected: string, step: 1 | -1): string | undefined {
  const kinds = groups.map(([kind]) => kind).filter((kind) => entries.some((entry) => entry.kind === kind))
  const now = entries.find(({ key }) => key === selected)?.kind
  const at = now ? kinds.indexOf(now) : -1
  const kind = kinds.at((at + step + kinds.length) % kinds.length)
  return entries.find((entry) => entry.kind === kind)?.key
}
