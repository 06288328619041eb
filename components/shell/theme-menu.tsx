'use client'

import { Monitor, Moon, Sun, SunMoon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Menu } from '@/components/ui/menu'
import { asTheme, type Theme, themeAttribute, themeCookie } from './theme'

const year = 365 * 24 * 60 * 60

/** Light, dark, or as the system has it; kept in a cookie so that the server paints it from the first byte. */
export function ThemeMenu() {
  const [theme, setTheme] = useState<Theme>()

  useEffect(() => setTheme(asTheme(document.documentElement.dataset.theme)), [])

  function choose(next: Theme) {
    setTheme(next)
    const attribute = themeAttribute(next)
    if (attribute) document.documentElement.dataset.theme = attribute
    else delete document.documentElement.dataset.theme
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain HTTP
    document.cookie = `${themeCookie}=${next}; path=/; max-age=${attribute ? year : 0}; samesite=lax`
  }

  const item = (label: string, value: Theme, icon: React.ReactNode) => ({
    label,
    icon,
    checked: theme === value,
    onSelect: () => choose(value),
  })

  return (
    <Menu
      label="Theme"
      icon={<SunMoon className="size-4!" />}
      items={[
        item('As the system', 'system', <Monitor />),
        item('Light', 'light', <Sun />),
        item('Dark', 'dark', <Moon />),
      ]}
    />
  )
}
