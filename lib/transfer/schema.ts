import { z } from 'zod'
import { maxBytes } from './read/limits'

const tooMuch = 'It has more than 5 MB. Import it in parts.'

/** What is brought in, pasted as text or as the bytes of a file, and which of the two ways. */
export const importInput = z.object({
  source: z.union([
    z.string().max(maxBytes, tooMuch),
    z.instanceof(Uint8Array).refine(({ length }) => length <= maxBytes, tooMuch),
  ]),
  exactly: z.boolean(),
  /** The id of the API that the scopes of an OpenAPI document are for, whatever address it names. */
  apiId: z.string().max(600).optional(),
})
export type ImportInput = z.input<typeof importInput>
