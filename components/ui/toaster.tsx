'use client'

import dynamic from 'next/dynamic'

const Sonner = dynamic(() => import('sonner').then(({ Toaster }) => Toaster), { ssr: false })

/** Where toasts appear; rendered once, by the root layout. Fetched after the page, which needs none to be read. */
export function Toaster() {
  return <Sonner position="bottom-right" offset={24} mobileOffset={8} visibleToasts={3} gap={8} />
}
