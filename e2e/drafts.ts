import type { APIRequestContext } from '@playwright/test'
import { callAction } from './server-actions'

/** Sets changes down as a draft, as the matrix does, in whatever number. Resolves with the id of the change set. */
export async function saveDraft(request: APIRequestContext, put: object[]): Promise<string> {
  const { text } = await callAction(request, 'saveDraft', [{ put, out: [] }], (path) => path)
  const setId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0]
  if (!setId) throw new Error(`No draft was made: ${text}`)
  return setId
}
