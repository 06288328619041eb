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

/**
 * The whole body. Rejects with BodyError (413) when more than `limit` bytes are announced or come, and then lets the rest pass unread, so that the
 * caller gets to see the answer; with BodyError (400) when the caller leaves half-way.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0

    function take(chunk: Buffer) {
      size += chunk.length
      if (size <= limit) return void chunks.push(chunk)
      request.off('data', take).resume()
      reject(new BodyError(413, 'The request body is too large'))
    }
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      reject(new BodyError(413, 'The request body is too large'))
      return
    }
    request.on('data', take)
    request.once('end', () => resolve(chunks[0] && chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)))
    request.once('error', () => reject(new BodyError(400, 'The request body is not complete')))
  })
}
