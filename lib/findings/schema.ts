import { z } from 'zod'
import { findingKinds } from './finding'

/** For how many days a finding may be put aside. */
export const snoozeDays = ['7', '30', '90'] as const

/** Which finding; `subject` is what it is called in the list of those put aside. */
export const findingName = z.object({
  kind: z.enum(findingKinds),
  object: z.string().min(1).max(2000),
  subject: z.string().min(1).max(500),
})

/** Why nobody has to look at it, and for how long. */
export const snoozeInput = z.object({
  reason: z
    .string()
    .trim()
    .min(1, 'Say why, for whoever looks at it next.')
    .max(200, 'At most 200 characters.'),
  days: z.enum(snoozeDays),
})
export type SnoozeInput = z.input<typeof snoozeInput>
export type FindingName = z.input<typeof findingName>
