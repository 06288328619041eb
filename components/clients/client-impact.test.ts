import { expect, test } from 'vitest'
import { clientImpact, grantsGo, tokensLive, tokensLiveUntil } from './client-impact'

test('the longest token lifetime counts', () => {
  const impact = clientImpact({ total: 2, longestLifetime: 7200 })

  expect(tokensLive(impact)).toBe('Tokens issued before stay valid for up to 2 h.')
  expect(grantsGo(impact)).toBe('Its grants for 2 APIs go with it.')
})

test('a lifetime that is not known is not claimed', () => {
  const impact = clientImpact({ total: 2, longestLifetime: null })

  expect(tokensLive(impact)).toBe('Tokens issued before stay valid until they expire.')
})

test('a client without grants loses none', () => {
  const impact = clientImpact({ total: 0, longestLifetime: null })

  expect(grantsGo(impact)).toBe('It is authorized for no API.')
})

test('where tokens were observed, the one that lasts longest tells when access ends', () => {
  const at = new Date(Date.now() - 60_000).toISOString()
  const longest = { at, since: at, lifetime: 3600, api: 'Orders API' }
  const impact = clientImpact({ total: 1, longestLifetime: 3600 }, longest)

  expect(tokensLive(impact)).toMatch(/^Last token issued .* UTC, lives 1 h: access really ends .* UTC\.$/)
  expect(tokensLiveUntil(impact)).toBe(tokensLive(impact))
})
