import type { IncomingMessage } from 'node:http'
import { readBody } from './body.ts'

/** A small form a browser posted. Rejects with BodyError. */
export async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  const body = await readBody(request, 8 * 1024)
  return Object.fromEntries(new URLSearchParams(body.toString()))
}
