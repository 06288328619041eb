import type { IncomingMessage } from 'node:http'

/** A body that can't be taken: the status, and the reason in a sentence. Koa shows both. */
export class BodyError extends Error {
  override name = 'BodyError'
  readonly expose = true
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** The whole body as text; rejects with BodyError (413) beyond `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > limit) throw new BodyError(413, 'The request body is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
