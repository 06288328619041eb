import type { Part } from '@/lib/quickstarts/language'

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** Whether our tests run this very code, or when and how it was looked at instead. */
export function ExecutedNote({ executed }: { executed: Part['executed'] }) {
  if ('checked' in executed)
    return (
      <span>
        Not executed here. {date.format(new Date(executed.checked))}: {executed.how}
      </span>
    )
  return <span>Executed by our tests. {executed.note}</span>
}
