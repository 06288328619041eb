import { ageOf, fullTimestamp } from './age'

/** An age such as "2 h ago" with the full time stamp behind it; it stands still until the page is read again. */
export function RelativeTime({ at }: { at: string | Date }) {
  const time = new Date(at)
  // The browser hydrates a moment after the server wrote the text, so the two may differ by a second.
  return (
    <time dateTime={time.toISOString()} title={fullTimestamp(time)} suppressHydrationWarning>
      {ageOf(time, new Date())}
    </time>
  )
}
