import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { createCipher, keyNameOf } from './cipher.ts'

const [key, newer] = [randomBytes(32), randomBytes(32)]
/** A value as it was sealed before values named their key. */
const unnamed = (sealed: string) => `v1.${sealed.split('.')[2]}`

it('opens what it sealed, and nothing that differs in a bit, its owner or its key', () => {
  const { seal, open } = createCipher(key)
  const sealed = seal('secret', 'client:1')
  expect(sealed).not.toBe(seal('secret', 'client:1'))
  expect(open(sealed, 'client:1')).toBe('secret')
  expect(() => open(sealed, 'client:2')).toThrow()
  expect(() => open(`${sealed.slice(0, -2)}AA`, 'client:1')).toThrow()
  expect(() => createCipher(newer).open(sealed, 'client:1')).toThrow('No key')
  expect(() => open('secret', 'client:1')).toThrow('Not a sealed value')
})

it('opens values of other keys, named or not, also of a key that came later', () => {
  const old = createCipher(key).seal('secret', 'client:1')
  const both = createCipher(newer, () => [key])
  expect(both.open(old, 'client:1')).toBe('secret')
  expect(both.open(unnamed(old), 'client:1')).toBe('secret')

  const keys = [key]
  const running = createCipher(key, () => keys)
  keys.unshift(newer)
  expect(running.open(both.seal('new', 'client:1'), 'client:1')).toBe('new')
})

it('seals with the key that another value was sealed with', () => {
  const cipher = createCipher(newer, () => [key])
  const old = createCipher(key).seal('check', 'check')
  for (const check of [old, unnamed(old)]) {
    cipher.sealLike(check, 'check')
    expect(keyNameOf(cipher.seal('secret', 'client:1'))).toBe(keyNameOf(old))
  }
  expect(() => createCipher(newer).sealLike(old, 'check')).toThrow('No key')
})
