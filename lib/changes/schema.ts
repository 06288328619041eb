import { z } from 'zod'

export const setId = z.string().min(1).max(64)

/** Why a set is applied, for the record; may be left out. */
export const applySetInput = z.object({
  setId,
  reason: z.string().trim().max(500, 'At most 500 characters.'),
})

/** A step of a set, by what it is about. */
export const stepOfSet = z.object({ setId, slot: z.string().min(1).max(1000) })

/** A set to be taken back, whole or only these recorded changes. */
export const undoInput = z.object({ setId, recordIds: z.array(z.number().int()).min(1).max(5000).optional() })
