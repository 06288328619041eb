/*
 * A spreadsheet computes a cell that starts with one of these; an apostrophe before it makes it text:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */

/** The text as a spreadsheet shows it without computing it. */
export const guarded = (text: string) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** What `guarded` was given. */
export const unguarded = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
