/** Whether a field holds the same, whatever the order of a list. */
export function same(one: unknown, other: unknown) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item) => other.includes(item))
  }
  return one === other
}
