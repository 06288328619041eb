import 'server-only'
import { cache } from 'react'
import { countSteps, findDraft, readSet } from '../changes/read-set'
import type { SearchParams } from '../search-params'
import { requireAdmin } from '../session'
import { matrixCsv } from './csv'
import { draftOf, isGrantChange } from './draft'
import { type MatrixFilter, matrixFilter } from './filter'
import { firstRows } from './first-rows'
import { type GraphSubject, readGraph } from './read-graph'
import { readPicture } from './read-picture'

/** Who may call what across all APIs. From the mirror, so no Management API call. */
export const readAccessPicture = cache(async () => {
  await requireAdmin()
  return readPicture()
})

/** The same as `pictureToText` writes it. */
export const readAccessPictureText = async () => (await readAccessPicture()).text()

/** What the matrix begins with at this filter. */
export async function readFirstRows(filter: MatrixFilter) {
  const [{ picture, held, reading }, draft] = await Promise.all([readAccessPicture(), readMatrixDraft()])
  return firstRows(picture, held, reading, draftOf(draft?.changes ?? []), filter)
}

/** The change set that this admin's edits of the matrix collect in; undefined when there is none. */
export const readMatrixDraft = cache(async () => {
  const { email } = await requireAdmin()
  const setId = await findDraft(email, 'matrix')
  const set = setId ? await readSet(setId) : undefined
  return set && { setId: set.id, changes: set.steps.map(({ change }) => change).filter(isGrantChange) }
})

/** How many changes that draft has. */
export const countMatrixDraft = cache(async () => {
  const { email } = await requireAdmin()
  const setId = await findDraft(email, 'matrix')
  return setId ? countSteps(setId) : 0
})

/** What the matrix shows at this address, as CSV: what the tenant holds, without the draft. */
export async function exportMatrix(params: SearchParams): Promise<string> {
  const [{ picture, held }, draft] = await Promise.all([readAccessPicture(), readMatrixDraft()])
  return matrixCsv(picture, held, draftOf(draft?.changes ?? []), matrixFilter(params))
}

/** The grants of one client, of one API, or those that carry one scope; undefined when there is no such thing. */
export async function readAccessGraph(subject: GraphSubject | undefined) {
  await requireAdmin()
  return subject && readGraph(subject)
}
