import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { EarlySubmit } from '@/components/shell/early-submit'
import { asTheme, themeAttribute, themeCookie } from '@/components/shell/theme'
import { Toaster } from '@/components/ui/toaster'
import { nonceHeader } from '@/lib/content-security-policy'
import { fonts } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { template: '%s · Grantboard', default: 'Grantboard' },
  description: 'Which client may call which API with which scopes.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f6f4' },
    { media: '(prefers-color-scheme: dark)', color: '#0b0e0d' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = asTheme((await cookies()).get(themeCookie)?.value)
  const nonce = (await headers()).get(nonceHeader) ?? undefined
  return (
    <html lang="en" data-theme={themeAttribute(theme)} className={`${fonts} bg-canvas`}>
      <body>
        {children}
        <EarlySubmit nonce={nonce} />
        <Toaster />
      </body>
    </html>
  )
}
