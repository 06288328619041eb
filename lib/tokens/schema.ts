import { z } from 'zod'
import { maxScopes } from '../apis/api'

export const apiOfTokens = z.string().min(1).max(600)

/** Who asks for a token for which API, with which scopes; none asks for all that is granted. */
export const tokenQuestion = z.object({
  apiId: apiOfTokens,
  clientId: z.string().min(1).max(128),
  scopes: z.array(z.string().min(1).max(280)).max(maxScopes),
})
export type TokenQuestion = z.input<typeof tokenQuestion>

const callMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** A call of an API with a token, which is whatever RFC 6750 section 2.1 lets into the header. */
export const apiCall = z.object({
  url: z
    .url({ protocol: /^https?$/, error: 'Give an address that starts with https://.' })
    .max(2000, 'At most 2,000 characters.')
    .refine((text) => !URL.parse(text)?.username, 'Leave the user name out of the address.'),
  method: z.enum(callMethods),
  token: z
    .string()
    .regex(/^[\w.~+/-]+=*$/, 'This is no access token.')
    .max(16_384),
  body: z.string().max(65_536, 'At most 65,536 characters.').optional(),
})
export type ApiCall = z.input<typeof apiCall>
