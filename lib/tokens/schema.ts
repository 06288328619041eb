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
