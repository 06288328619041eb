import type { IncomingMessage } from 'node:http'
import { readBody } from './body.ts'

/** A small form a browser posted. Rejects with BodyError. */
export async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await readBody(request, 8 * 1024)))
}
