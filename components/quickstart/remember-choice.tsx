'use client'

import { useEffect } from 'react'
import { choiceCookie } from './choice-cookie'

const year = 365 * 24 * 60 * 60

/** Keeps the choice for the next API whose quickstart is opened without one in its address. */
export function RememberChoice({ cookie }: { cookie: string }) {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain HTTP
    document.cookie = `${choiceCookie}=${cookie}; path=/apis; max-age=${year}; samesite=lax`
  }, [cookie])
  return null
}
