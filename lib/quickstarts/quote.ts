import { type Code, code, value } from './code'

/** Control and invisible characters (bidirectional overrides among them), which source code must not hide. */
const unprintable = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\u{10000}-\u{10ffff}]]/gv

const unit = (character: string) => character.charCodeAt(0)
const hexadecimal = (character: string) => `\\u${unit(character).toString(16).padStart(4, '0')}`

/** Java reads \u000a before it reads strings, so what fits one is an octal escape. */
const octal = (character: string) =>
  unit(character) < 256 ? `\\${unit(character).toString(8).padStart(3, '0')}` : hexadecimal(character)

/** A string literal in the language's usual quotes; what is between them is marked as a value. */
export const quote = {
  javascript: (text: string) => code`'${escaped(text, /['\\]/g, hexadecimal)}'`,
  python: (text: string) => code`"${escaped(text, /["\\]/g, hexadecimal)}"`,
  go: (text: string) => code`"${escaped(text, /["\\]/g, hexadecimal)}"`,
  csharp: (text: string) => code`"${escaped(text, /["\\]/g, hexadecimal)}"`,
  java: (text: string) => code`"${escaped(text, /["\\]/g, octal)}"`,
  php: (text: string) => code`'${value(text.replace(/['\\]/g, '\\$&'))}'`,
  shell: (text: string) => code`'${value(text.replaceAll("'", `'\\''`))}'`,
  /** In Spring's YAML, where `${` would start a placeholder if it were not escaped once more. */
  springYaml: (text: string) => code`"${escaped(text.replaceAll(`\${`, `\\\${`), /["\\]/g, hexadecimal)}"`,
}

function escaped(text: string, special: RegExp, escapeUnprintable: (character: string) => string): Code {
  return value(text.replace(special, '\\$&').replace(unprintable, escapeUnprintable))
}
