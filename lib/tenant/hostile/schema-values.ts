import fc, { type Arbitrary } from 'fast-check'

/** The part of JSON Schema that the schemas of the Management API come to. */
export type Schema = {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  minProperties?: number
  maxProperties?: number
  additionalProperties?: Schema | boolean
}

/** Values that a property of this name may have besides those of its type. */
export type Hints = Record<string, Arbitrary<unknown>>

const mostItems = 4
const samples: Record<string, Arbitrary<unknown>> = {
  'date-time': fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  'email-or-empty': fc.constantFrom('', 'a@b.example'),
  'organization-id': fc.constant('org_abcdefABCDEF1234'),
  'client-id': fc.constant('abcdefABCDEF1234'),
  'credential-id': fc.constant('cred_abcdefABCDEF1234567890'),
  'connection-profile-id': fc.constant('cop_abcdefABCDEF1234'),
  'user-attribute-profile-id': fc.constant('uap_abcdefABCDEF1234'),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6(),
}
const url = fc.constantFrom('https://app.example/callback', 'https://{organization_name}.app.example', '')

/** Values that a schema accepts, or nearly: what it can't say (such as a unique list) may be broken. */
export function valuesOf(schema: Schema, hints: Hints = {}, name = ''): Arbitrary<unknown> {
  const plain = ofSchema(schema, hints)
  const hinted = hints[name]
  return hinted ? fc.oneof({ weight: 4, arbitrary: hinted }, { weight: 1, arbitrary: plain }) : plain
}

function ofSchema(schema: Schema, hints: Hints): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => ofSchema(one, hints)))
  switch (schema.type) {
    case 'string':
      return strings(schema)
    case 'integer':
      return fc.integer(within(schema))
    case 'number':
      return fc.double({ noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(schema.items ? ofSchema(schema.items, hints) : fc.jsonValue(), {
        minLength: schema.minItems,
        maxLength: Math.max(mostItems, schema.minItems ?? 0),
      })
    case 'object':
      return objects(schema, hints)
    default:
      return fc.jsonValue()
  }
}

function strings({ format, pattern, minLength, maxLength }: Schema): Arbitrary<unknown> {
  if (format) return samples[format] ?? url
  if (pattern) return fc.stringMatching(new RegExp(pattern), { maxLength: 60 })
  return fc.string({ minLength, maxLength: Math.min(maxLength ?? 40, 300), unit: 'grapheme' })
}

const within = ({ minimum = -1000, maximum = 2 ** 31 - 1 }: Schema) => ({
  min: Math.max(minimum, -(2 ** 31)),
  max: Math.min(maximum, 2 ** 31 - 1),
})

function objects(schema: Schema, hints: Hints): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: extra, minProperties, maxProperties } = schema
  const known = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, valuesOf(property, hints, name)]),
    ),
    { requiredKeys: required },
  )
  // Thirty optional properties at once would meet each refusal in the first of them only.
  const few = fc.tuple(known, fc.nat(6)).map(([value, most]) => {
    const optional = Object.keys(value).filter((key) => !required.includes(key))
    const kept = optional.slice(0, Math.max(most, minProperties ?? 0))
    return Object.fromEntries([...required, ...kept].map((key) => [key, value[key]]))
  })
  if (typeof extra !== 'object') return few
  const others = fc.dictionary(fc.string(), ofSchema(extra, hints), { maxKeys: maxProperties ?? mostItems })
  return fc.tuple(others, few).map((parts) => Object.assign({}, ...parts))
}
