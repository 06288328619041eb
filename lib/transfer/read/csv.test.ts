import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDocument, withoutPlaces } from '../arbitrary-document'
import { writeCsv } from '../write/csv'
import { readCsv } from './csv'

const listed = (...scope: string[]) => ({ scope, allScopes: false })
const grantsIn = (text: string) =>
  readCsv(text).document.grants.map(({ client, audience, access, at }) => [
    client.name,
    audience,
    access.scope.join(' '),
    at.line,
  ])

test('what was written is read back', () => {
  assert(
    property(arbitraryDocument, (document) => {
      const read = readCsv(writeCsv(document))
      expect(read.problems).toEqual([])
      expect(withoutPlaces(read.document).grants).toEqual(document.grants)
    }),
  )
})

describe('the columns', () => {
  test.each([
    ['without a header', 'Billing,urn:orders,read:a write:a'],
    ['in any order', 'Scopes,Audience,Client\nread:a write:a,urn:orders,Billing'],
    ['separated by ;', 'client;api;scopes\nBilling;urn:orders;read:a write:a'],
    ['separated by tabs', 'client\tapi\tscopes\nBilling\turn:orders\tread:a write:a'],
    ['with a byte order mark and CRLF', '\uFEFFClient,API,Scopes\r\nBilling,urn:orders,read:a write:a\r\n'],
    ['with others between', 'id,client,owner,api,scopes\n1,Billing,Ada,urn:orders,"read:a  write:a"'],
  ])('%s', (_, text) => {
    const [grant] = readCsv(text).document.grants
    expect(grant).toMatchObject({
      client: { name: 'Billing' },
      audience: 'urn:orders',
      access: listed('read:a', 'write:a'),
    })
  })

  test('an id beside a name decides', () => {
    const { grants } = readCsv(
      'client,client_id,api,audience,scopes\nBilling,abc,Orders,urn:orders,',
    ).document
    expect(grants).toMatchObject([
      { client: { id: 'abc', name: 'Billing' }, audience: 'urn:orders', access: listed() },
    ])
  })

  test('all scopes is a column of its own', () => {
    const { document, problems } = readCsv(
      'client,api,scopes,all scopes\nA,urn:a,,yes\nB,urn:a,read:a,yes\nC,urn:a,,perhaps',
    )
    expect(document.grants).toMatchObject([{ access: { scope: [], allScopes: true } }])
    expect(problems.map(({ at, message }) => [at.line, message])).toEqual([
      [3, 'It says all scopes and lists some. Leave out one of the two.'],
      [4, 'The column “all scopes” takes yes or no.'],
    ])
  })
})

describe('lines', () => {
  test('for the same client and API add up; one that adds nothing is told', () => {
    const text = 'Billing,urn:a,read:a\nBilling,urn:a,write:a\nBilling,urn:a,read:a'
    expect(grantsIn(text)).toEqual([
      ['Billing', 'urn:a', 'read:a', 1],
      ['Billing', 'urn:a', 'write:a', 2],
    ])
    expect(readCsv(text).problems).toEqual([{ at: { line: 3 }, message: 'Line 1 says this already.' }])
  })

  test('that are empty or hold a line break in quotes count as they do in an editor', () => {
    const text = 'client,api,scopes\n\nA,urn:a,"read:a\nwrite:a"\n\nB,urn:b,read:b\n'
    expect(grantsIn(text)).toEqual([
      ['A', 'urn:a', 'read:a write:a', 3],
      ['B', 'urn:b', 'read:b', 6],
    ])
  })

  test.each([
    [
      'a quote inside a field',
      'A,urn:a,r\nB "b,urn:b,r\nC,urn:c,r',
      'A quotation mark stands inside a field',
    ],
    ['a quote that never closes', 'A,urn:a,r\n"B,urn:b,r\nC,urn:c,r', 'A quotation mark opens here'],
    ['text behind a quote', 'A,urn:a,r\n"B" b,urn:b,r\nC,urn:c,r', 'A quotation mark stands inside a field'],
    ['no scopes', 'A,urn:a,r\nB,urn:b\nC,urn:c,r', 'It has 2 fields and none for the scopes.'],
    ['no client', 'A,urn:a,r\n ,urn:b,r\nC,urn:c,r', 'No client is named.'],
    ['no API', 'A,urn:a,r\nB,,r\nC,urn:c,r', 'No API is named.'],
  ])('%s costs that line only', (_, text, message) => {
    expect(grantsIn(text)).toEqual([
      ['A', 'urn:a', 'r', 1],
      ['C', 'urn:c', 'r', 3],
    ])
    expect(readCsv(text).problems).toEqual([{ at: { line: 2 }, message: expect.stringContaining(message) }])
  })

  test('a formula of a spreadsheet goes out as text and comes back as it was', () => {
    const grants = [{ client: { name: '=SUM(A1)' }, audience: '+a', access: listed(), at: { line: 0 } }]
    const text = writeCsv({ clients: [], apis: [], grants })
    expect(text).toContain("\r\n'=SUM(A1),,,'+a,")
    expect(withoutPlaces(readCsv(text).document).grants).toEqual(grants)
  })

  test('of something else entirely are given up on', () => {
    const { problems } = readCsv('"x\n'.repeat(49_999))
    expect(problems).toHaveLength(201)
    expect(problems.at(-1)?.message).toContain('Nothing was read from here on')
  })
})
