import type { Change } from './change'

const mark = 'new-client:'

/** Stands for the id of a client that the step in this slot of the same set is to create. */
export const newClientId = (slot: string) => `${mark}${slot}`

/** The slot of the step that creates the client a change is about; undefined when the client is there already. */
export function createdBy(change: Change): string | undefined {
  const id = 'clientId' in change ? change.clientId : ''
  return id.startsWith(mark) ? id.slice(mark.length) : undefined
}
