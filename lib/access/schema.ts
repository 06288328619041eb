import { z } from 'zod'
import { access, accessChange, grantParties } from '../grants/schema'
import { mostChanges } from './draft'

const of = accessChange.omit({ from: true, to: true })

export const draftSetId = z.uuid()

/** What an edit of the matrix puts into its draft and takes out of it again. */
export const draftEdit = z.object({
  setId: draftSetId.optional(),
  put: z
    .array(
      z.discriminatedUnion('kind', [
        of.extend({ kind: z.literal('grant.create'), to: access }),
        of.extend({ kind: z.literal('grant.update'), from: access, to: access }),
        of.extend({ kind: z.literal('grant.delete'), from: access }),
      ]),
    )
    .max(mostChanges, 'A draft holds at most 20,000 changes'),
  out: z.array(grantParties).max(mostChanges),
})

export type DraftEdit = z.input<typeof draftEdit>
