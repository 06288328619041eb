import { z } from 'zod'
import { sized } from './formats.ts'

const count = z.int().min(1).max(2147483647).optional()

/** How many tokens may be issued in an hour and in a day. */
export const tokenQuota = z.strictObject({
  client_credentials: sized(
    z.strictObject({ enforce: z.boolean().optional(), per_day: count, per_hour: count }),
    1,
  ),
})
