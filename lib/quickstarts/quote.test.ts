import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { code, value } from './code.ts'
import { quote } from './quote.ts'

const folder = mkdtempSync(join(tmpdir(), 'quote-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Any character but the two an identifier can't hold; what is special to some language comes often. */
const identifier = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '$',
        '${',
        '`',
        '#{',
        '%',
        '\u202e',
        '\u2028',
        '\u0085',
        '\\u000a',
        '\t',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replace(/[\0\r\n]/g, ''))

/** Enough for many starts of many characters, few enough for one start of a compiler. */
const identifiers = fc.array(identifier, { minLength: 200, maxLength: 200 })

const installed = (command: string, ...version: string[]) => spawnSync(command, version).status === 0

/** What the program prints, which is the base64 of every literal it holds, one a line. */
function run(name: string, source: string, command: string, ...rest: string[]) {
  writeFileSync(join(folder, name), source)
  const { status, stdout, stderr } = spawnSync(command, [...rest, name], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout.split('\n').slice(0, -1)
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('a value reads back as itself', () => {
  const readers: {
    language: keyof typeof quote
    command: string[]
    read: (literals: string[]) => string[]
  }[] = [
    {
      language: 'python',
      command: ['python3', '--version'],
      read: (literals) =>
        run(
          'read.py',
          `import base64\nfor text in [${literals.join(',\n')}]: print(base64.b64encode(text.encode()).decode())`,
          'python3',
        ),
    },
    {
      language: 'shell',
      command: ['bash', '--version'],
      read: (literals) =>
        run('read.sh', literals.map((text) => `printf %s ${text} | base64 -w0; echo`).join('\n'), 'bash'),
    },
    {
      language: 'php',
      command: ['php', '--version'],
      read: (literals) =>
        run(
          'read.php',
          `<?php foreach ([${literals.join(',\n')}] as $text) echo base64_encode($text), "\\n";`,
          'php',
        ),
    },
    {
      language: 'ruby',
      command: ['ruby', '--version'],
      read: (literals) =>
        run('read.rb', `for text in [${literals.join(',\n')}] do puts [text].pack("m0") end`, 'ruby'),
    },
    {
      language: 'go',
      command: ['go', 'version'],
      read: (literals) =>
        run(
          'read.go',
          `package main\nimport ("encoding/base64"; "fmt")\nfunc main() { for _, text := range []string{\n${literals.join(',\n')},\n} { fmt.Println(base64.StdEncoding.EncodeToString([]byte(text))) } }`,
          'go',
          'run',
        ),
    },
    {
      language: 'java',
      command: ['java', '--version'],
      read: (literals) =>
        run(
          'Read.java',
          `class Read { public static void main(String[] a) throws Exception { for (var text : new String[] {\n${literals.join(',\n')}}) System.out.println(java.util.Base64.getEncoder().encodeToString(text.getBytes("UTF-8"))); } }`,
          'java',
          '-Dfile.encoding=UTF-8',
        ),
    },
    {
      language: 'rust',
      command: ['rustc', '--version'],
      read: (literals) =>
        run(
          'read.rs',
          `fn main() { for text in [\n${literals.join(',\n')}] { for byte in text.bytes() { print!("{:02x}", byte) } println!() } }`,
          'sh',
          '-c',
          'rustc -o read "$0" && ./read',
        ).map((bytes) => Buffer.from(bytes, 'hex').toString('base64')),
    },
  ]

  for (const { language, command, read } of readers)
    test.skipIf(!installed(...(command as [string, string])))(`in ${language}`, () => {
      fc.assert(
        fc.property(identifiers, (texts) => {
          const back = read(texts.map((text) => quote[language](text).text))
          expect(back).toHaveLength(texts.length)
          expect(texts.filter((text, index) => back[index] !== base64(text))).toEqual([])
        }),
        // A smaller counterexample is not worth hundreds of starts of a compiler.
        { numRuns: 1, endOnFailure: true },
      )
    })

  test('in JavaScript', () => {
    fc.assert(
      fc.property(identifier, (text) => {
        expect(Function(`'use strict'; return ${quote.javascript(text).text}`)()).toBe(text)
      }),
    )
  })

  test('in C#, whose escapes are JSON’s as far as they are used', () => {
    fc.assert(
      fc.property(identifier, (text) => {
        expect(JSON.parse(quote.csharp(text).text)).toBe(text)
      }),
    )
  })

  test('in PowerShell, where a quote of any kind ends a string unless it is doubled', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("'", '’', '‘', '‚', '‛', '$x', '`', 'a')), (parts) => {
        const literal = quote.powershell(parts.join('')).text
        expect(literal).toMatch(/^'(?:[^'‘’‚‛]|(['‘’‚‛])\1)*'$/)
        expect(literal.slice(1, -1).replace(/(['‘’‚‛])\1/g, '$1')).toBe(parts.join(''))
      }),
    )
  })

  test('in YAML, and is no placeholder of Spring', () => {
    fc.assert(
      fc.property(identifier, (text) => {
        const read: string = JSON.parse(quote.springYaml(text).text)
        expect(read).not.toMatch(/(?<!\\)\$\{/)
        expect(read.replaceAll(`\\\${`, `\${`)).toBe(text)
      }),
    )
  })
})

test('nothing invisible stays in a literal that has escapes for it', () => {
  const hidden = 'a\u202eb\u0007c\u2028d'
  for (const language of [
    'javascript',
    'python',
    'ruby',
    'go',
    'csharp',
    'java',
    'rust',
    'springYaml',
  ] as const)
    expect(quote[language](hidden).text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u)
})

test('what is marked is what is between the quotes', () => {
  const { text, values } = quote.go('a"b')
  expect(values.map(([start, end]) => text.slice(start, end))).toEqual(['a\\"b'])
})

test('marks stay where they were when only a part came from the tenant', () => {
  const { text, values } = quote.java(code`SCOPE_${value('read:"x"')}!`)
  expect(text).toBe('"SCOPE_read:\\"x\\"!"')
  expect(values.map(([start, end]) => text.slice(start, end))).toEqual(['read:\\"x\\"'])
})
