'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import { FilterField } from './filter-field'
import { KeptFields } from './kept-fields'

type Props = {
  /** "Search clients" */
  label: string
  /** The list's own address. */
  action: Route
  text: string
  /** What else stands in the address and stays there. */
  also: Record<string, string | undefined>
}

/** Typing stops for this long before the list is asked for; each letter would be a request of its own. */
const restMs = 150

/** Searches a list as it is typed into, by its address; without JavaScript by Enter. */
export function SearchForm({ label, action, text, also }: Props) {
  const router = useRouter()
  const addressOf = (q: string) => {
    const query = new URLSearchParams()
    for (const [name, kept] of Object.entries({ ...also, q })) if (kept) query.set(name, kept)
    return `${action}${query.size > 0 ? `?${query}` : ''}` as Route
  }
  const here = addressOf(text)
  const [typed, setTyped] = useState(text)
  const [asked, setAsked] = useState(here)
  const [shown, setShown] = useState(text)
  const [searching, search] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  // Another link led here, one that knows of another text or of none.
  if (text !== shown && !searching) {
    setShown(text)
    if (here !== asked) {
      setTyped(text)
      setAsked(here)
    }
  }

  function ask(value: string) {
    const address = addressOf(value.trim())
    if (address === (searching ? asked : here)) return
    // Not before: when there is nothing to ask for, what was typed since still is.
    clearTimeout(timer.current)
    setAsked(address)
    search(() => router.replace(address, { scroll: false }))
  }

  function onType(value: string) {
    setTyped(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask(value), restMs)
  }

  // A filter that was picked right after typing took the place of the search.
  const askAgain = useEffectEvent(() => ask(typed))
  const unsearched = addressOf('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: other filters are what it is asked again for
  useEffect(() => askAgain(), [unsearched])

  return (
    <search className="max-wide:w-full">
      <form action={action} className="flex items-center gap-2 max-wide:w-full">
        <FilterField
          label={label}
          name="q"
          busy={searching}
          value={typed}
          onType={onType}
          onBlur={() => ask(typed)}
        />
        <KeptFields fields={also} />
      </form>
    </search>
  )
}
