'use client'

import { useEffect } from 'react'
import { languageCookie } from './language-cookie'

const year = 365 * 24 * 60 * 60

/** Keeps the language for the next API whose quickstart is opened without one in its address. */
export function RememberLanguage({ slug }: { slug: string }) {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain HTTP
    document.cookie = `${languageCookie}=${slug}; path=/apis; max-age=${year}; samesite=lax`
  }, [slug])
  return null
}
