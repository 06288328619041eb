const maxValue = 280
const maxDescription = 500
const isScopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/

export type Complaint = {
  message: string
  /** The same scope without what is wrong with it, where that is plain. */
  mended?: string
}

/**
 * What is wrong with a scope on its own. RFC 6749, section 3.3, leaves printable ASCII without space,
 * quote and backslash; the lengths are the tenant's.
 */
export function complaintAboutValue(value: string): Complaint | undefined {
  if (value === '') return { message: 'Type a scope, such as read:orders.' }
  if (/\s/.test(value))
    return { message: 'Has a space, which separates two scopes.', mended: mend(value.replace(/\s+/g, ':')) }
  if (/[<>]/.test(value)) return { message: 'Leave out < and >.', mended: mend(value.replace(/[<>]/g, '')) }
  const odd = value.match(/[^\x21\x23-\x5b\x5d-\x7e]/u)?.[0]
  if (odd)
    return {
      message: `${odd} can't be in a scope. Letters from a to z, digits and signs such as : . _ - can.`,
      mended: mend(value.normalize('NFD').replace(/\p{Mark}/gu, '')),
    }
  if (value.length > maxValue)
    return { message: `${value.length} characters; a scope has at most ${maxValue}.` }
}

export function complaintAboutDescription(description: string): string | undefined {
  if (description.length > maxDescription)
    return `The description has ${description.length} characters; at most ${maxDescription} fit.`
}

/** Nothing, unless the mended text is really a scope. */
const mend = (value: string) =>
  isScopeToken.test(value) && !/[<>]/.test(value) && value.length <= maxValue ? value : undefined
