import type { RecordedChange } from '@/lib/changes/change'
import { describeChange } from '@/lib/changes/describe'

/** What was done, to what, in one line; of what was refused, what it was to do. */
export function titleOf(
  entry: Omit<RecordedChange, 'id' | 'setId' | 'at' | 'author' | 'reason' | 'step'>,
): string {
  const title = describeChange(entry)
  return entry.state === 'applied' ? title : title.replace(/^\w+/, (verb) => `Could not ${infinitive(verb)}`)
}

/** "Created client billing" to "Create client billing" */
export const imperative = (sentence: string) =>
  sentence.replace(/^\w+/, (verb) => verb.charAt(0) + infinitive(verb).slice(1))

/** "Authorized" to "authorize", "Added" to "add", of the verbs changes are described with. */
const infinitive = (past: string) =>
  past.toLowerCase().replace(/ed$/, /^(Add|Reveal|Request)ed$/.test(past) ? '' : 'e')
