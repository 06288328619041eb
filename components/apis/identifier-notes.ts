/**
 * What an admin should know about an identifier that is accepted: it is compared character by character
 * and never changes, so what looks like a slip is said before it is too late.
 */
export function identifierNotes(identifier: string): string[] {
  if (identifier === '') return []
  const notes: string[] = []
  const url = asWebAddress(identifier)
  if (url) {
    const other = identifier.endsWith('/') ? identifier.slice(0, -1) : `${identifier}/`
    notes.push(`${other} would be another identifier: the slash at the end counts.`)
    if (url.protocol === 'http:') notes.push('It starts with http, not https.')
    if (/[A-Z]/.test(identifier)) notes.push('Capital letters count.')
  } else if (/\s/.test(identifier)) {
    notes.push('It has a space, which every client must send exactly so.')
  } else if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(identifier)) {
    notes.push('It is no URI. That works; urn:orders or a web address is less likely to be taken for a word.')
  }
  return notes
}

function asWebAddress(text: string) {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text)) return
  return URL.parse(text) ?? undefined
}
