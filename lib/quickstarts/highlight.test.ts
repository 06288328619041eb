import { expect, test } from 'vitest'
import { languages } from './all.ts'
import { code, value } from './code.ts'
import { highlight } from './highlight.ts'

const input = {
  api: {
    identifier: `urn:a'b"c\\\${x}`,
    signingAlgorithm: 'RS256',
    scopes: ['read:orders'],
  },
  issuer: 'http://localhost:4000/',
  port: 3001,
  client: { id: 'AKiAz03QDxX0uqaKJqaNxu5iByk1n5hR' },
}

test('colours change neither the text nor what is marked in it', async () => {
  const files = languages.flatMap(({ accept, call }) =>
    [...accept, ...call].flatMap(({ build }) => build(input).files),
  )
  for (const file of files) {
    const lines = await highlight(file.code, file.grammar)
    expect(lines.map((pieces) => pieces.map(({ text }) => text).join('')).join('\n')).toBe(file.code.text)
    const marked = lines.flat().filter(({ isValue }) => isValue)
    expect(marked.map(({ text }) => text).join('')).toBe(
      file.code.values.map(([start, end]) => file.code.text.slice(start, end)).join(''),
    )
  }
})

test('keywords, strings and comments are told apart', async () => {
  const [pieces = []] = await highlight(code`const a = 'x' // why`, 'javascript')
  const kindOf = (text: string) => pieces.find((piece) => piece.text.includes(text))?.kind
  expect(kindOf('const')).toBe('k')
  expect(kindOf('x')).toBe('s')
  expect(kindOf('why')).toBe('c')
})

test('a value is one piece, although its quotes and escapes are others to the grammar', async () => {
  const [pieces = []] = await highlight(code`a = "${value('urn:\\"b\\"')}"`, 'python')
  expect(pieces.filter(({ isValue }) => isValue).map(({ text }) => text)).toEqual(['urn:\\"b\\"'])
})

test('an option of a command is no string', async () => {
  const [pieces = []] = await highlight(code`curl --include 'x'`, 'shellscript')
  expect(pieces.filter(({ kind }) => kind === 's').map(({ text }) => text)).toEqual([`'x'`])
})
