export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const themeCookie = 'theme'

/** The theme a cookie asks for; anything else follows the system. */
export const asTheme = (value: string | undefined): Theme =>
  themes.find((theme) => theme === value) ?? 'system'

/** What `<html data-theme>` holds: nothing while the system decides. */
export const themeAttribute = (theme: Theme) => (theme === 'system' ? undefined : theme)
