const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** The day that observing began: "3 Nov". It stands still, so that server and browser write the same. */
export const notSince = (since: string) => day.format(new Date(since))
