const escapes: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * The text as an HCL string, in which neither quotes nor templates are left to take effect:
 * https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 */
export function hclString(text: string): string {
  const escaped = text
    .replaceAll(/["\\\n\r\t]/g, (sign) => escapes[sign] ?? sign)
    .replaceAll(/\p{Cc}/gu, byCode)
    // Of several before a brace only the last is doubled: how more of them pair up is said nowhere.
    .replaceAll(/[$%](?=[$%]+\{)/g, byCode)
    .replaceAll(/([$%])(?=\{)/g, '$1$1')
  return `"${escaped}"`
}

const byCode = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

export const hclList = (texts: string[]) => `[${texts.map(hclString).join(', ')}]`

/** A name for a resource: what Latin letters and digits the text has; `otherwise` where it has none. */
export function hclName(text: string, otherwise: string): string {
  const name = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60)
  if (name === '') return otherwise
  return /^[0-9]/.test(name) ? `${otherwise}_${name}` : name
}

/** The attributes of a block, aligned as `terraform fmt` does; absent ones are left out. */
export function hclAttributes(attributes: Record<string, string | undefined>, indent = '  '): string[] {
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const width = Math.max(...present.map(([name]) => name.length))
  return present.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`)
}
