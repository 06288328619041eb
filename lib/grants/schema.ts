import { z } from 'zod'

/** What a client may do at an API. */
export const access = z.object({
  scope: z.array(z.string().min(1).max(280)).max(1000),
  allScopes: z.boolean(),
})

export const grantParties = z.object({
  clientId: z.string().min(1).max(128),
  audience: z.string().min(1).max(600),
})

/** One client's access to one API, from what was on screen to what is wanted; `null` is no access. */
export const accessChange = grantParties.extend({
  /** Names of their time, for the record. */
  clientName: z.string().max(500),
  apiName: z.string().max(600),
  from: access.nullable(),
  to: access.nullable(),
})
export type AccessChange = z.input<typeof accessChange>
