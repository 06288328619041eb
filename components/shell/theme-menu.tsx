'use client'

import { Monitor, Moon, Sun, SunMoon } from 'lucide-react'
import { Menu } from '@/components/ui/menu'
import type { Theme } from './theme'
import { useTheme } from './use-theme'

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const { theme, choose } = useTheme()

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
