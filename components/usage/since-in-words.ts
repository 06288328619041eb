const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** "24 Nov 2026, 13:02" */
export const sinceInWords = (since: string) => format.format(new Date(since))
