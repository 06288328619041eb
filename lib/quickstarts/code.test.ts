import { expect, test } from 'vitest'
import { code, value } from './code.ts'

const marked = ({ text, values }: ReturnType<typeof code>) =>
  values.map(([start, end]) => text.slice(start, end))

test('values stay marked wherever the text around them goes', () => {
  const inner = code`audience: ${value('urn:a')}, issuer: ${value('urn:b')}`
  const outer = code`
first line
  ${inner} ${'not a value'} ${value('urn:c')}`
  expect(outer.text).toBe('first line\n  audience: urn:a, issuer: urn:b not a value urn:c')
  expect(marked(outer)).toEqual(['urn:a', 'urn:b', 'urn:c'])
})
