'use client'

import { useEffect, useState } from 'react'
import { asTheme, type Theme, themeAttribute, themeCookie } from './theme'

const year = 365 * 24 * 60 * 60

/** The theme of this browser, kept in a cookie so that the server paints it from the first byte. */
export function useTheme() {
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

  return { theme, choose }
}
