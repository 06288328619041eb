import { isUtf8 } from 'node:buffer'
import { isStorable } from '../storable.ts'
import { BodyError } from './body.ts'

/** What a client sent to the token endpoint. A parameter without a value counts as left out, RFC 6749 section 3.1. */
export type Parameters = {
  get(name: string): string | undefined
  /** The name of a parameter that was sent more than once. */
  repeated: string | undefined
  /** All of it as a form. */
  form: string
}

const unreadable = () => new BodyError(400, 'The request body is not properly encoded')

/** Reads a form. Throws BodyError (400) when it is not UTF-8 throughout. */
export function formParameters(body: Buffer): Parameters {
  if (!isUtf8(body)) throw unreadable()
  const form = body.toString()
  const values = new Map<string, string>()
  let repeated: string | undefined

  for (const pair of form.split('&')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s, 2).map(decode)
    if (values.has(name)) repeated ??= name
    values.set(name, storable(name, value))
  }
  return { get: (name) => values.get(name) || undefined, repeated, form }
}

/**
 * Reads a JSON object of texts, which Auth0 takes where RFC 6749 knows forms only; nulls count as left out. Throws
 * BodyError (400).
 */
export function jsonParameters(body: Buffer): Parameters {
  if (!isUtf8(body)) throw unreadable()
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(parse(body))) {
    if (value === null) continue
    if (typeof value === 'object') throw new BodyError(400, `Invalid parameter: ${name}`)
    form.append(name, storable(name, String(value)))
  }
  return { get: (name) => form.get(name) || undefined, repeated: undefined, form: form.toString() }
}

function parse(body: Buffer): object {
  let value: unknown
  try {
    value = JSON.parse(body.toString())
  } catch {
    throw new BodyError(400, 'The request body is not valid JSON')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new BodyError(400, 'The request body must be a JSON object')
}

function decode(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw unreadable()
  }
}

function storable(name: string, value: string): string {
  if (!isStorable(value)) throw new BodyError(400, `Invalid parameter: ${name}`)
  return value
}
