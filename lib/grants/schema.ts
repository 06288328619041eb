import { z } from 'zod'

const access = z
  .object({ scope: z.array(z.string().min(1).max(280)).max(1000), allScopes: z.boolean() })
  .nullable()

/** One client's access to one API, from what was on screen to what is wanted; `null` is no access. */
export const accessChange = z.object({
  clientId: z.string().min(1).max(128),
  from: access,
  to: access,
})
export type AccessChange = z.input<typeof accessChange>
