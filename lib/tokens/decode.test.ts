import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeToken, scopesIn, timeIn } from './decode'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('header and claims are read, also what is not ASCII', () => {
  const text = `${part({ alg: 'none' })}.${part({ sub: 'Zoë', scope: 'a  b' })}.`

  const { token } = decodeToken(text)

  expect(token).toEqual({ header: { alg: 'none' }, claims: { sub: 'Zoë', scope: 'a  b' } })
  expect(token && scopesIn(token)).toEqual(['a', 'b'])
})

test.each([
  ['', 'opaque'],
  ['abc', 'opaque'],
  ['a.b.c', 'broken'],
  [`${part([])}.${part({})}.`, 'broken'],
  [`${part({})}.${part(null)}.x`, 'broken'],
  [`${part({ alg: 'dir', enc: 'A256GCM' })}.a.b.c.d`, 'encrypted'],
  ['a.b.c.d.e', 'broken'],
])('%s is %s', (text, because) => {
  expect(decodeToken(text)).toEqual({ because })
})

test('no text makes it fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.base64String(), { maxLength: 6 }).map((parts) => parts.join('.')),
      ),
      (text) => {
        decodeToken(text)
      },
    ),
  )
})

test.each([
  [{ exp: 0 }, new Date(0)],
  [{ exp: '0' }, undefined],
  [{ exp: 1e300 }, undefined],
  [{}, undefined],
])('the time in %j', (claims, date) => {
  expect(timeIn({ header: {}, claims }, 'exp')).toEqual(date)
})
