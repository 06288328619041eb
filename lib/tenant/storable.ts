/** Whether every database keeps this text: PostgreSQL takes no NUL, and half a surrogate pair is no character. */
export const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()
