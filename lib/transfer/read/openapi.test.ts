import { describe, expect, test } from 'vitest'
import { readOpenApi } from './openapi'

const yaml = `
openapi: 3.1.0
info: { title: Orders API, version: 1.0.0 }
servers:
  - url: https://{region}.example.com/v1
    variables: { region: { default: eu } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: x }
    broken: 7
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes: { 'read:orders': Read orders, 'write:orders': '' }
        authorizationCode:
          scopes: { 'write:orders': Write orders, 'read:orders': Read them }
`

test('an OpenAPI 3 document gives the name, the first server’s address and the scopes of every flow', () => {
  expect(readOpenApi(yaml)).toEqual({
    name: 'Orders API',
    identifier: 'https://eu.example.com/v1',
    scopes: [
      { value: 'read:orders', description: 'Read orders' },
      { value: 'write:orders', description: 'Write orders' },
    ],
  })
})

test('a Swagger 2 document gives them too', () => {
  const text = JSON.stringify({
    swagger: '2.0',
    info: { title: 'Stock' },
    host: 'stock.example.com',
    basePath: '/v2',
    schemes: ['https', 'http'],
    securityDefinitions: { any: { type: 'oauth2', flow: 'application', scopes: { 'read:stock': 'Read' } } },
  })
  expect(readOpenApi(text)).toEqual({
    name: 'Stock',
    identifier: 'https://stock.example.com/v2',
    scopes: [{ value: 'read:stock', description: 'Read' }],
  })
})

test.each([['servers: [{ url: /v1 }]'], ['servers: []'], ['x: y']])(
  'without a whole address none is proposed: %s',
  (servers) => {
    expect(readOpenApi(`openapi: 3.0.0\ninfo: { title: A }\n${servers}`)).toEqual({
      name: 'A',
      identifier: undefined,
      scopes: [],
    })
  },
)

describe('what is no OpenAPI document', () => {
  test.each([
    ['clients: []', 1, 'It is no OpenAPI document'],
    ['{"openapi": "3.1.0"}', 1, 'It is no OpenAPI document'],
    ['openapi: 3.1.0\ninfo: {', 2, 'Neither JSON nor YAML'],
    ['{"openapi": \n "3.1.0"', 2, 'Neither JSON nor YAML'],
    ['', 1, 'It is no OpenAPI document'],
    [
      `a: &a [x]\n${Array.from({ length: 20 }, (_, n) => `b${n}: &b${n} [${`*${n ? `b${n - 1}` : 'a'}, `.repeat(9)}]`).join('\n')}`,
      1,
      'Its aliases stand for too much',
    ],
  ])('is told: %#', (text, line, message) => {
    expect(readOpenApi(text)).toEqual({ line, message: expect.stringContaining(message) })
  })
})
