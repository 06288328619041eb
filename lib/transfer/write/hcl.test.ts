// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform would take for its own templates

import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { hclAttributes, hclName, hclString } from './hcl'

test.each([
  ['plain', '"plain"'],
  ['a "quote" and \\', '"a \\"quote\\" and \\\\"'],
  ['${var.secret}', '"$${var.secret}"'],
  ['%{ if true }', '"%%{ if true }"'],
  ['$${x} $ {', '"\\u0024$${x} $ {"'],
  ['two\nlines\t\u0007', '"two\\nlines\\t\\u0007"'],
  ['ключ 🔑', '"ключ 🔑"'],
])('%j is written %s', (text, written) => {
  expect(hclString(text)).toBe(written)
})

test('no text gets out of its string or into a template', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const inner = hclString(text).slice(1, -1)
      expect(inner.replaceAll(/\\["\\nrt]|\\u[0-9a-f]{4}/g, '')).not.toMatch(/["\\\n\r]/)
      expect(inner.replaceAll(/\$\$\{|%%\{/g, '')).not.toMatch(/[$%]\{/)
    }),
  )
})

test.each([
  ['Billing worker', 'billing_worker'],
  ['Über-Dienst № 7', 'uber_dienst_no_7'],
  ['3rd party', 'client_3rd_party'],
  ['ключ', 'client'],
  ['🔑', 'client'],
])('%s is called %s', (text, name) => {
  expect(hclName(text, 'client')).toBe(name)
})

test('attributes are aligned and absent ones left out', () => {
  expect(hclAttributes({ a: '1', long_name: '2', none: undefined })).toEqual([
    '  a         = 1',
    '  long_name = 2',
  ])
})
