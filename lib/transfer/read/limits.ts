/** What one import may hold. */
export const maxBytes = 5_000_000
export const maxLines = 50_000
