import { expect } from 'vitest'

const slowest = 5000
const trace = /\n\s+at |node_modules|\.ts:\d+|SQLITE|sqlite|syntax error|Kysely|[Pp]ostgre|relation "/

/** Sends a request and holds its answer against what any answer must be: in time, no failure, no innards. */
export async function soundAnswer(url: URL, init: RequestInit): Promise<{ status: number; text: string }> {
  const startedAt = performance.now()
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(slowest), ...init })
  const text = await response.text()
  const seen = `${init.method} ${url.pathname}${url.search.slice(0, 300)} → ${response.status} ${text.slice(0, 500)}`
  expect(performance.now() - startedAt, seen).toBeLessThan(slowest)
  expect(response.status, seen).toBeLessThan(500)
  if (response.status >= 400) expect(text, seen).not.toMatch(trace)
  return { status: response.status, text }
}

/** An error of the Management API is JSON of one shape, whatever the request. */
export function expectManagementError(status: number, text: string): void {
  // Too much in the first line or the headers: refused before anybody reads what it is about.
  if (status < 400 || status === 431) return
  const { statusCode, error, message, errorCode, ...rest } = JSON.parse(text)
  expect({ statusCode, error: typeof error, message: typeof message }, text).toEqual({
    statusCode: status,
    error: 'string',
    message: 'string',
  })
  expect(['string', 'undefined'], text).toContain(typeof errorCode)
  expect(rest, text).toEqual({})
}
