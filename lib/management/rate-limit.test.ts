import { expect, test } from 'vitest'
import { untilNextCall } from './rate-limit'

const now = Date.parse('2026-01-01T00:00:00Z')

test.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': '7', 'x-ratelimit-reset': String(now / 1000 + 60) }, 7000],
  [{ 'x-ratelimit-reset': String(now / 1000 + 60) }, 60_000],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT', 'x-ratelimit-reset': 'soon' }, undefined],
  [{ 'x-ratelimit-reset': String(now / 1000 - 60) }, undefined],
  [{}, undefined],
])('%j is %s ms', (headers, milliseconds) => {
  expect(untilNextCall(new Headers(headers as Record<string, string>), now)).toBe(milliseconds)
})
