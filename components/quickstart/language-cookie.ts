/** The language that was looked at last in this browser. */
export const languageCookie = 'quickstart_language'
