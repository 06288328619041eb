'use client'

import { Search } from 'lucide-react'
import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Key } from '@/components/ui/key'
import type { PaletteProps } from './palette'

type Props = { apisEnabled: boolean }

/** The way into the palette, in the menu and by Ctrl K; its code comes with the first use. */
export function PaletteTrigger({ apisEnabled }: Props) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps>>()
  const [open, setOpen] = useState(false)

  const show = useCallback(async () => {
    setOpen(true)
    const { Palette } = await import('./palette')
    setPalette(() => Palette)
  }, [])

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      event.preventDefault()
      if (!document.querySelector('dialog[open]')) show()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [show])

  return (
    <>
      <button
        type="button"
        onClick={show}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-8 w-full shrink-0 items-center gap-2.5 rounded-md px-2 text-left text-ink-muted hover:bg-hover hover:text-ink max-wide:mb-px max-wide:h-10 wide:mb-3"
      >
        <Search aria-hidden="true" />
        <span className="flex-1">Find anything</span>
        <span className="max-wide:hidden">
          <Key>Ctrl K</Key>
        </span>
      </button>
      {/* Not in here: a narrow window's menu closes when the palette opens, with all that is in it. */}
      {open &&
        Palette &&
        createPortal(<Palette apisEnabled={apisEnabled} onClose={() => setOpen(false)} />, document.body)}
    </>
  )
}
