import type { z } from 'zod'
import { ManagementError } from './errors.ts'

const places = {
  body: { complaint: 'Payload validation error', errorCode: 'invalid_body' },
  query: { complaint: 'Query validation error', errorCode: 'invalid_query_string' },
  path: { complaint: 'Path validation error', errorCode: 'invalid_uri' },
}

/** The value as the schema reads it. Throws a 400 that words the first complaint as Auth0 does. */
export function validate<T>(schema: z.ZodType<T>, value: unknown, place: keyof typeof places): T {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data

  const { complaint, errorCode } = places[place]
  const [issue] = result.error.issues
  throw new ManagementError(400, `${complaint}: ${issue ? explain(issue) : 'Invalid value'}`, errorCode)
}

function explain(issue: z.core.$ZodIssue): string {
  const key = issue.path.at(-1)
  if (isMissing(issue) && key !== undefined) {
    return `'Missing required property: ${String(key)}'${on(issue.path.slice(0, -1))}`
  }
  return `'${sentence(issue)}'${on(issue.path)}`
}

const isMissing = ({ code, input }: z.core.$ZodIssue) =>
  input === undefined && (code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union')

const on = (path: PropertyKey[]) => (path.length ? ` on property ${written(path)}.` : '.')

const written = (path: PropertyKey[]) =>
  path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${String(key)}`))
    .join('')

/** The words of the validator behind Auth0's API. */
function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Expected type ${typeNames[issue.expected] ?? issue.expected} but found type ${typeOf(issue.input)}`
    case 'unrecognized_keys':
      return `Additional properties not allowed: ${issue.keys.join(',')}`
    case 'invalid_value':
      return `No enum match for: ${shown(issue.input)}`
    case 'invalid_format':
      return `String does not match pattern ${issue.pattern?.replace(/^\/|\/\w*$/g, '') ?? issue.format}: ${shown(issue.input)}`
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'custom':
      return typeof issue.params?.format === 'string'
        ? `Object didn't pass validation for format ${issue.params.format}: ${shown(issue.input)}`
        : issue.message
    default:
      return "Data does not match any schemas from 'oneOf'"
  }
}

function tooSmall({ origin, minimum, input }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return `String is too short (${sizeOf(input)} chars), minimum ${minimum}`
  if (origin === 'array') return `Array is too short (${sizeOf(input)}), minimum ${minimum}`
  if (origin === 'object') return `Too few properties defined (${sizeOf(input)}), minimum ${minimum}`
  return `Value ${shown(input)} is less than minimum ${minimum}`
}

function tooBig({ origin, maximum, input }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `String is too long (${sizeOf(input)} chars), maximum ${maximum}`
  if (origin === 'array') return `Array is too long (${sizeOf(input)}), maximum ${maximum}`
  if (origin === 'object') return `Too many properties defined (${sizeOf(input)}), maximum ${maximum}`
  return `Value ${shown(input)} is greater than maximum ${maximum}`
}

// The contract knows no numbers but integers.
const typeNames: Record<string, string> = { int: 'integer', number: 'integer', record: 'object' }

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return typeof value === 'object' && value ? Object.keys(value).length : 0
}

const longestShown = 120
const shown = (value: unknown) =>
  String(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, longestShown)
