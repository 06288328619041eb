import fc, { type Arbitrary } from 'fast-check'

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) })

/** What programs send by mistake, and people on purpose. */
const odd: Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    null,
    '',
    0,
    -0,
    -1,
    2 ** 53 + 2,
    1e308,
    'NaN',
    'undefined',
    '\u0000',
    '\ud800',
    '__proto__',
    '../../etc/passwd',
    "'; drop table clients; --",
    '<script>alert(1)</script>',
    '{{7*7}}',
    'é'.normalize('NFD'),
    [],
    {},
    [[]],
    true,
  ),
  fc.constantFrom('x'.repeat(700), 'x'.repeat(70_000), '😀'.repeat(400)),
  fc.integer({ min: 20, max: 40 }).map(deep),
)

const oddKeys = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  'id',
  'x'.repeat(300),
  '🙂',
)

type Change = { at: number; how: 'replace' | 'remove' | 'add'; key: string; value: unknown }
const change: Arbitrary<Change> = fc.record({
  at: fc.nat(30),
  how: fc.constantFrom('replace', 'remove', 'add'),
  key: oddKeys,
  value: odd,
})

/** Values with one to three parts replaced, taken out, or added where nobody expects them. */
export const spoiled = (values: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc
    .tuple(values, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => changes.reduce(applyChange, value))

function applyChange(value: unknown, { at, how, key, value: put }: Change): unknown {
  const copy = structuredClone(value)
  const places = placesIn(copy)
  const place = places[at % (places.length || 1)]
  if (!place) return put
  if (how === 'replace') place.parent[place.key] = put
  else if (how === 'remove') delete place.parent[place.key]
  // An own property, even when it is called __proto__.
  else Object.defineProperty(place.parent, key, { value: put, enumerable: true, configurable: true })
  return copy
}

type Place = { parent: Record<string, unknown>; key: string }
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const parent = value as Record<string, unknown>
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesIn(parent[key])])
}
