import { AsyncLocalStorage } from 'node:async_hooks'

/** What calls that no person waits for carry, so that whoever looks at the line can tell them apart. */
const backgroundMark = { name: 'X-Correlation-ID', value: 'grantboard-mirror' }

const background = new AsyncLocalStorage<true>()

/** Does `work` with its calls of the Management API marked as background. */
export const inBackground = <T>(work: () => Promise<T>): Promise<T> => background.run(true, work)

export const isBackground = () => background.getStore() === true

/** The headers of a call, with the mark if it is one of the background. */
export function marked(given: RequestInit['headers']): RequestInit['headers'] {
  if (!isBackground()) return given
  const headers = new Headers(given)
  headers.set(backgroundMark.name, backgroundMark.value)
  return headers
}
