'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { ToasterProps } from 'sonner'
import { onFirstToast, toasterStands } from './first-toast'

/** Where toasts appear; rendered once, by the root layout. */
export function Toaster() {
  const [Sonner, setSonner] = useState<ComponentType<ToasterProps>>()
  useEffect(
    () =>
      onFirstToast(async () => {
        const { Toaster } = await import('sonner')
        setSonner(() => Toaster)
      }),
    [],
  )
  if (!Sonner) return null
  return (
    <>
      <Sonner position="bottom-right" offset={24} mobileOffset={8} visibleToasts={3} gap={8} />
      <Stands />
    </>
  )
}

/** Its effect comes after those of what stands before it: Sonner listens by then. */
function Stands() {
  useEffect(toasterStands, [])
  return null
}
