import { expect, test } from 'vitest'
import { languages } from './all.ts'
import { type Asked, choose } from './choice.ts'

const slugs = (asked: Asked, remembered?: Asked) => {
  const { language, acceptor, caller } = choose(asked, remembered)
  return [language.slug, acceptor?.slug, caller?.slug]
}

test('the address decides', () => {
  const remembered = { language: 'python', framework: 'fastapi', caller: 'requests' }
  expect(slugs({ language: 'go', framework: 'net-http', caller: 'oauth2' }, remembered)).toEqual([
    'go',
    'net-http',
    'oauth2',
  ])
})

test('then what was looked at last does, as a whole or not at all', () => {
  expect(slugs({}, { language: 'php', framework: 'plain' })[0]).toBe('php')
  expect(slugs({ language: 'node' }, { language: 'php', framework: 'plain' })).toEqual(
    slugs({ language: 'node' }),
  )
})

test('anything else is the first', () => {
  const first = [languages[0].slug, languages[0].accept[0]?.slug, languages[0].call[0]?.slug]
  expect(slugs({})).toEqual(first)
  expect(slugs({ language: '__proto__', framework: '' }, { language: 'cobol', caller: 'x' })).toEqual(first)
})

test('a language that only calls has nothing that accepts', () => {
  expect(slugs({ language: 'shell', framework: 'express' })).toEqual(['shell', undefined, 'curl'])
})
