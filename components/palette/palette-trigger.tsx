'use client'

import { Search } from 'lucide-react'
import { type ComponentType, useCallback, useEffect, useState } from 'react'
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
        className="mb-3 flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-left text-ink-muted hover:bg-hover hover:text-ink"
      >
        <Search aria-hidden="true" />
        <span className="flex-1">Find anything</span>
        <Key>Ctrl K</Key>
      </button>
      {open && Palette && <Palette apisEnabled={apisEnabled} onClose={() => setOpen(false)} />}
    </>
  )
}
