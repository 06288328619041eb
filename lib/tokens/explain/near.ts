import { code, type Words, words } from '../words'

/** How a text that should equal another differs from it, when it is nearly it; undefined when it is something else. */
export function nearMiss(given: string, right: string): Words | undefined {
  if (given === right) return undefined
  const bare = (text: string) => text.replace(/\/+$/, '')
  if (bare(given) === bare(right)) {
    const end = right.endsWith('/')
      ? 'ends with a slash, and this one does not'
      : 'has no slash at its end, and this one does'
    return words`${code(right)} ${end}`
  }
  const schemeless = (text: string) => bare(text).replace(/^https?:\/\//, '')
  if (schemeless(given) === schemeless(right)) return words`it has to be ${code(right)}, scheme and all`
  if (bare(given).toLowerCase() === bare(right).toLowerCase())
    return words`it has to be ${code(right)}, with the same capital and small letters`
  return undefined
}
