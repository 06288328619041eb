'use client'

import { Search } from 'lucide-react'
import { type ComponentProps, useEffect, useRef } from 'react'
import { fieldBox, fieldInput } from './field'
import { Spinner } from './spinner'
import { useTypedEarly } from './use-typed-early'

type Props = Pick<ComponentProps<'input'>, 'name' | 'onBlur'> & {
  /** "Filter by name or client ID": label and placeholder in one. */
  label: string
  value: string
  onType: (typed: string) => void
  /** Whether `/` focuses it; off for a second one on the page. */
  shortcut?: boolean
  /** While what was typed is looked for; nothing beside the field moves. */
  busy?: boolean
}

/** A search field that `/` focuses. */
export function FilterField({ label, value, onType, shortcut = true, busy, ...input }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useTypedEarly(field, value, onType)

  useEffect(() => {
    if (!shortcut) return
    function onKeyDown(event: KeyboardEvent) {
      const target = event.target as HTMLElement
      const typing = target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [shortcut])

  return (
    <div className={`${fieldBox} w-70 max-desk:w-53 max-wide:w-full`}>
      <span className="grid size-4 flex-none place-items-center">
        {busy ? <Spinner /> : <Search aria-hidden="true" />}
      </span>
      <input
        autoComplete="off"
        spellCheck={false}
        {...input}
        ref={field}
        type="search"
        value={value}
        onChange={({ target }) => onType(target.value)}
        aria-label={label}
        aria-keyshortcuts={shortcut ? '/' : undefined}
        placeholder={label}
        className={`${fieldInput} [&::-webkit-search-cancel-button]:appearance-none`}
      />
      <span
        aria-hidden="true"
        className="grid h-4.5 min-w-4.5 place-items-center rounded-sm border border-line-strong bg-canvas px-1 font-sans text-2xs font-medium text-ink-muted max-wide:hidden"
      >
        /
      </span>
    </div>
  )
}
