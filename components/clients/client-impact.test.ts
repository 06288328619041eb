import { expect, test } from 'vitest'
import { clientImpact, grantsGo, tokensLive, tokensLiveUntil } from './client-impact'

const access = { scope: [], allScopes: false }
const row = (tokenLifetime: number, held: unknown = access) => ({ api: { tokenLifetime }, access: held })

test('the longest token lifetime counts, of authorized APIs only', () => {
  const held = { rows: [row(3600), row(7200), row(86_400, null)], others: [], complete: true, total: 2 }

  expect(clientImpact(held)).toEqual({ apis: 2, longestLifetime: 7200 })
  expect(tokensLive(clientImpact(held))).toBe('Tokens issued before stay valid for up to 2 h.')
  expect(grantsGo(clientImpact(held))).toBe('Its grants for 2 APIs go with it.')
})

test('what could not be counted is not claimed', () => {
  const impact = clientImpact({ rows: [row(3600)], others: [access], complete: false, total: 2 })

  expect(impact).toEqual({ apis: undefined, longestLifetime: undefined })
  expect(grantsGo(impact)).toBe('All of its grants go with it.')
  expect(tokensLive(impact)).toBe('Tokens issued before stay valid until they expire.')
})

test('a client without grants loses none', () => {
  const impact = clientImpact({ rows: [row(3600, null)], others: [], complete: true, total: 0 })

  expect(grantsGo(impact)).toBe('It is authorized for no API.')
})

test('where tokens were observed, the one that lasts longest tells when access ends', () => {
  const at = new Date(Date.now() - 60_000).toISOString()
  const longest = { at, since: at, lifetime: 3600, api: 'Orders API' }
  const impact = clientImpact({ rows: [row(3600)], others: [], complete: true, total: 1 }, longest)

  expect(tokensLive(impact)).toMatch(/^Last token issued .* UTC, lives 1 h: access really ends .* UTC\.$/)
  expect(tokensLiveUntil(impact)).toBe(tokensLive(impact))
})
