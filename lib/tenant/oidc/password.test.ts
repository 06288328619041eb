import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password verifies against its own hash and no other does', async () => {
  const hash = await hashPassword('correct horse')
  expect(await verifyPassword('correct horse', hash)).toBe(true)
  expect(await verifyPassword('correct horse ', hash)).toBe(false)
  expect(await verifyPassword('', hash)).toBe(false)
})

test('the hash carries its parameters and a fresh salt, never the password', async () => {
  const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
  expect(first).toMatch(/^scrypt\$\d+\$\d+\$\d+\$[\w-]{22}\$[\w-]{43}$/)
  expect(first).not.toBe(second)
})

test('however the keyboard composes an accent, the password is the same', async () => {
  expect(await verifyPassword('caf\u0065\u0301', await hashPassword('caf\u00e9'))).toBe(true)
})

test.each(['', 'plain', 'bcrypt$1$2$3$a$b', 'scrypt$1'])(
  'the malformed hash %j is never right',
  async (hash) => {
    expect(await verifyPassword('x', hash)).toBe(false)
  },
)
