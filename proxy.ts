import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, nonceHeader } from './lib/content-security-policy'
import { pathHeader } from './lib/request-path'
import { auth0 } from './lib/session'

/**
 * Answers /auth/*, rolls the session, and tells pages which path was asked for. It decides nothing about who may
 * read or change what: queries and actions do.
 */
export async function proxy(request: NextRequest) {
  const answer = await auth0().middleware(request)
  if (request.nextUrl.pathname.startsWith('/auth/')) return answer

  const nonce = crypto.randomUUID()
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy) // Next takes the nonce for its scripts from here
  headers.set(nonceHeader, nonce)
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  for (const cookie of answer.headers.getSetCookie()) response.headers.append('Set-Cookie', cookie)
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = {
  matcher: [
    {
      source: '/((?!_next/static|icon.svg|favicon.ico|screenshot.png).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}
