import type { Context } from 'hono'
import { isStorable } from '../storable.ts'
import { invalidBody, ManagementError } from './errors.ts'

const deepest = 32
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The JSON body of a request, null when there is none. Throws a 400 or 415 for anything else. */
export async function readBody({ req }: Context): Promise<unknown> {
  const bytes = await req.arrayBuffer()
  if (bytes.byteLength === 0) return null
  if (!/^application\/json\b/i.test(req.header('content-type') ?? 'application/json')) {
    throw new ManagementError(415, 'Unsupported Media Type')
  }

  const value = parse(bytes)
  refuseUnusable(value, deepest)
  return value
}

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    throw invalidBody('Invalid request payload JSON format')
  }
}

function refuseUnusable(value: unknown, levels: number): void {
  if (typeof value === 'string' && !isStorable(value)) {
    throw invalidBody('Invalid request payload: a text holds what is no character')
  }
  if (typeof value !== 'object' || value === null) return
  if (levels === 0) throw invalidBody('Invalid request payload: nested too deeply')
  for (const entry of Object.entries(value).flat()) refuseUnusable(entry, levels - 1)
}
