/** A patch applied to an object: undefined leaves a property as it is, null removes it. */
export function merge<T extends object>(current: T, patch: object): T {
  const entries = Object.entries({ ...current, ...defined(patch) })
  // Only what the contract lets be null is ever null here, and there null means "not set".
  return Object.fromEntries(
    entries.filter(([, value]) => value !== null).map(([key, value]) => [key, withoutNulls(value)]),
  ) as T
}

const defined = (patch: object) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))

/** Parts that are null are not set either; what lists hold stays as it was given. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return merge({}, value)
}
