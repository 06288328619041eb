const key = 'palette:recent'
const kept = 8

/** Keys of what was opened from the palette lately, the last first. */
export function recentKeys(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : []
  } catch {
    return []
  }
}

export function noteRecent(opened: string): void {
  try {
    const keys = [opened, ...recentKeys().filter((known) => known !== opened)]
    localStorage.setItem(key, JSON.stringify(keys.slice(0, kept)))
  } catch {
    // A browser that stores nothing forgets what was recent, no more.
  }
}
