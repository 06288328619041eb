import { describe, expect, test } from 'vitest'
import { readJson } from './json'

test('each thing knows the line it starts on', () => {
  const text = [
    '{ "other": [[1, {"a": [2]}], {}],',
    '  "clients": [{ "name": "A" }, {',
    '    "name": "B, {[\\"" }',
    '  ],',
    '  "client_grants": [',
    '    { "client_name": "A", "audience": "urn:a", "scope": ["x", "y"] },',
    '',
    '    { "client_name": "B", "audience": "urn:a" }',
    '  ] }',
  ].join('\n')

  const { clients, grants } = readJson(text).document
  expect(clients.map(({ name, at }) => [name, at.line])).toEqual([
    ['A', 2],
    ['B, {["', 2],
  ])
  expect(grants.map(({ access, at }) => [access.scope.length, at.line])).toEqual([
    [2, 6],
    [0, 8],
  ])
})

test('what can’t be taken is told by line, and the rest is taken', () => {
  const text = `{ "clients": [
    { "name": "A" },
    { "description": "nameless" },
    { "name": 7 },
    { "name": " " },
    "A",
    { "name": "A" }
  ], "resource_servers": [
    { "identifier": "urn:a", "scopes": ["read:a"] }
  ], "client_grants": [
    { "client_id": "A", "audience": "urn:a", "scope": ["x"], "allow_all_scopes": true },
    { "client_id": "A", "audience": "urn:a", "subject_type": "user" },
    { "default_for": "third_party_clients", "audience": "urn:a" },
    { "client_id": "A", "audience": "urn:a" },
    { "client_id": "A", "audience": "urn:a", "scope": ["x"] }
  ] }`

  const { document, problems } = readJson(text)
  expect(document).toMatchObject({ clients: [{ name: 'A' }], apis: [], grants: [{ client: { name: 'A' } }] })
  expect(problems.map(({ at, message }) => `${at.line}: ${message}`)).toEqual([
    '3: It has no name.',
    '4: Its name is not text.',
    '5: Its name is empty.',
    '6: It is no object.',
    '7: Line 2 has it already.',
    '9: Its scopes.0 is not an object.',
    '11: It says all scopes and lists some. Leave out one of the two.',
    '12: It is about tokens of users, not of clients.',
    '13: It is a default grant for third_party_clients and belongs to no client.',
    '15: Line 14 has it already.',
  ])
})

describe('what is no document', () => {
  test.each([
    ['{\n"clients": [\n{ "name": "A" }', 3, 'breaks off'],
    ['{\n"clients": [\n{ "name" "A" }\n]}', 3, 'mistake'],
    ['[]', 1, 'no lists'],
    ['null', 1, 'no lists'],
    ['', 1, 'breaks off'],
  ])('%j is told by line', (text, line, message) => {
    expect(readJson(text).problems).toEqual([{ at: { line }, message: expect.stringContaining(message) }])
  })
})

test('the keys of objects’ innards are keys like others', () => {
  const text =
    '{ "__proto__": [1], "clients": [{ "name": "A", "__proto__": { "app_type": "spa" }, "constructor": 1 }] }'
  const { document, problems } = readJson(text)

  expect(problems).toEqual([])
  expect(document.clients).toMatchObject([{ name: 'A', type: 'non_interactive' }])
  expect({}).not.toHaveProperty('app_type')
})
