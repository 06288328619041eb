/** A request or an answer as it goes over the wire. */
export type HttpMessage = {
  /** Request line or status line. */
  start: string
  headers: [name: string, value: string][]
  body: string
}

/** The message as text, as it would be pasted into a ticket. */
export function messageText({ start, headers, body }: HttpMessage): string {
  const head = [start, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n')
  return body ? `${head}\n\n${body}` : head
}

export const prettyJson = (value: unknown) => JSON.stringify(value, null, 2)
