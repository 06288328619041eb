import { type Code, code, value } from './code.ts'

/** Control and invisible characters (bidirectional overrides among them), which source code must not hide. */
const unprintable = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\u{10000}-\u{10ffff}]]/gv

const unit = (character: string) => character.charCodeAt(0)
const hexadecimal = (character: string) => `\\u${unit(character).toString(16).padStart(4, '0')}`

/** Java reads \u000a before it reads strings, so what fits one is an octal escape. */
const octal = (character: string) =>
  unit(character) < 256 ? `\\${unit(character).toString(8).padStart(3, '0')}` : hexadecimal(character)

const braced = (character: string) => `\\u{${unit(character).toString(16)}}`

const backslashed = (text: string, special: RegExp) => text.replace(special, '\\$&')
const singleQuoted = (text: string) => backslashed(text, /['\\]/g).replace(unprintable, hexadecimal)
const doubleQuoted = (text: string) => backslashed(text, /["\\]/g).replace(unprintable, hexadecimal)

/**
 * A string literal in the language's usual quotes that reads as exactly the text.
 * Given a plain string, all of it came from the tenant and is marked; given Code, its own marks stay.
 */
export const quote = {
  javascript: (text: string | Code) => code`'${escaped(text, singleQuoted)}'`,
  python: (text: string | Code) => code`"${escaped(text, doubleQuoted)}"`,
  go: (text: string | Code) => code`"${escaped(text, doubleQuoted)}"`,
  csharp: (text: string | Code) => code`"${escaped(text, doubleQuoted)}"`,
  java: (text: string | Code) =>
    code`"${escaped(text, (part) => backslashed(part, /["\\]/g).replace(unprintable, octal))}"`,
  rust: (text: string | Code) =>
    code`"${escaped(text, (part) => backslashed(part, /["\\]/g).replace(unprintable, braced))}"`,
  ruby: (text: string | Code) =>
    code`"${escaped(text, (part) => doubleQuoted(part).replace(/#(?=[{$@])/g, '\\#'))}"`,
  php: (text: string | Code) => code`'${escaped(text, (part) => backslashed(part, /['\\]/g))}'`,
  /** PowerShell takes the typographic ones for quotes too. */
  powershell: (text: string | Code) => code`'${escaped(text, (part) => part.replace(/['‘’‚‛]/g, '$&$&'))}'`,
  shell: (text: string | Code) => code`'${escaped(text, (part) => part.replaceAll("'", `'\\''`))}'`,
  /** In Spring's YAML, where `${` would start a placeholder if it were not escaped once more. */
  springYaml: (text: string | Code) =>
    code`"${escaped(text, (part) => doubleQuoted(part.replaceAll(`\${`, `\\\${`)))}"`,
}

function escaped(source: string | Code, escapePart: (part: string) => string): Code {
  const { text, values } = typeof source === 'string' ? value(source) : source
  let done = 0
  let result = code``
  for (const [start, end] of values) {
    result = code`${result}${escapePart(text.slice(done, start))}${value(escapePart(text.slice(start, end)))}`
    done = end
  }
  return code`${result}${escapePart(text.slice(done))}`
}
