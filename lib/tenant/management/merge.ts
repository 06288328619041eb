/** A patch applied to an object: undefined leaves a property as it is, null removes it. */
export function merge<T extends object>(current: T, patch: object): T {
  const entries = Object.entries({ ...current, ...defined(patch) })
  // Only what the contract lets be null is ever null here, and there null means "not set".
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as T
}

const defined = (patch: object) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
