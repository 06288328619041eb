'use client'

import { themes } from '@/components/shell/theme'
import { useTheme } from '@/components/shell/use-theme'
import { RadioGroup } from '@/components/ui/radio-group'

const labels = { system: 'As the system', light: 'Light', dark: 'Dark' }

/** The theme, with the whole choice in sight. */
export function ThemeChoice() {
  const { theme, choose } = useTheme()
  if (theme === undefined) return null
  return (
    <RadioGroup
      label="Theme"
      name="theme"
      defaultValue={theme}
      choices={themes.map((value) => ({ value, label: labels[value] }))}
      onChange={(event) => {
        const chosen = themes.find((known) => known === event.target.value)
        if (chosen) choose(chosen)
      }}
    />
  )
}
