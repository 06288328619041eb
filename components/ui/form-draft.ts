type Values = Record<string, unknown>

const key = (formId: string, place: string) => `draft:${formId}:${place}`

/**
 * Keeps what was typed for this tab, until it is restored. False when the browser stores nothing.
 * Hand in no secrets: session storage is readable by every script of the origin.
 */
export function keepDraft(formId: string, place: string, values: Values): boolean {
  try {
    sessionStorage.setItem(key(formId, place), JSON.stringify(values))
    return true
  } catch {
    return false
  }
}

/** Hands back what was kept, once. */
export function takeDraft(formId: string, place: string): Values | undefined {
  try {
    const stored = sessionStorage.getItem(key(formId, place))
    if (stored === null) return
    sessionStorage.removeItem(key(formId, place))
    const values: unknown = JSON.parse(stored)
    return typeof values === 'object' && values !== null ? (values as Values) : undefined
  } catch {
    return
  }
}
