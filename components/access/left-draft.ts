import type { Draft } from '@/lib/access/draft'

type LeftDraft = { draft: Draft; setId: string | undefined }

let left: (LeftDraft & { reading: string }) | undefined

/** Notes where the draft that was begun on this reading of the page stands, and the change set it is kept in. */
export function leaveDraft(reading: string, draft: LeftDraft) {
  left = { ...draft, reading }
}

/**
 * What was left on this reading. Going back shows a reading again from the router's cache, as it was before the draft
 * went on; a new one from the server knows the draft.
 */
export const leftDraft = (reading: string): LeftDraft | undefined =>
  left?.reading === reading ? left : undefined
