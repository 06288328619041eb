import { z } from 'zod'

const count = z.int().min(1).max(2147483647).optional()

/** How many tokens may be issued in an hour and in a day. */
export const tokenQuota = z.strictObject({
  client_credentials: z
    .strictObject({ enforce: z.boolean().optional(), per_day: count, per_hour: count })
    .refine((quota) => Object.keys(quota).length > 0, {
      message: 'Too few properties defined (0), minimum 1',
    }),
})
