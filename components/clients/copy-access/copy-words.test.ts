import { expect, test } from 'vitest'
import { copyWords } from './copy-words'

test.each([
  [
    { authorizes: 2, rescopes: 1, revokes: 3 },
    'Authorizes billing-worker for 2 APIs, changes its scopes at 1 API and revokes its access to 3 APIs.',
  ],
  [
    { authorizes: 0, rescopes: 1, revokes: 1 },
    'Changes its scopes at 1 API and revokes its access to 1 API.',
  ],
  [{ authorizes: 1200, rescopes: 0, revokes: 0 }, 'Authorizes billing-worker for 1,200 APIs.'],
  [{ authorizes: 0, rescopes: 0, revokes: 0 }, 'Nothing to change: billing-worker has the same access.'],
])('%o', (sum, said) => {
  expect(copyWords(sum, 'billing-worker')).toBe(said)
})
