import { useCallback, useId, useRef, useState } from 'react'
import type { Rework } from './scope-menu'

/** For which row the menu of all rows is open, and what was picked from it. */
export function useRework() {
  const menu = useId()
  const button = useRef<HTMLElement>(null)
  const [value, setValue] = useState('')
  const [open, toggled] = useState(false)
  const [picked, pick] = useState<Rework>()
  const openMenu = useCallback((of: string, pressed: HTMLElement) => {
    button.current = pressed
    setValue(of)
  }, [])
  return {
    menu,
    button,
    value,
    menuOf: open ? value : undefined,
    picked,
    openMenu,
    toggled,
    pick,
    close: () => pick(undefined),
  }
}
