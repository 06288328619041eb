import { describe, expect, test } from 'vitest'
import { readConfiguration } from './configuration'

const complete = {
  AUTH0_DOMAIN: 'acme.eu.auth0.com',
  AUTH0_CLIENT_ID: 'a',
  AUTH0_CLIENT_SECRET: 'b',
  AUTH0_SECRET: 'x'.repeat(32),
  APP_BASE_URL: 'https://grantboard.acme.example',
  MANAGEMENT_CLIENT_ID: 'c',
  MANAGEMENT_CLIENT_SECRET: 'd',
}

describe('the tenant’s address', () => {
  test.each([
    ['acme.eu.auth0.com', 'https://acme.eu.auth0.com/'],
    ['https://acme.eu.auth0.com', 'https://acme.eu.auth0.com/'],
    ['http://localhost:4000', 'http://localhost:4000/'],
  ])('%s', (AUTH0_DOMAIN, href) => {
    expect(readConfiguration({ ...complete, AUTH0_DOMAIN }).AUTH0_DOMAIN.href).toBe(href)
  })

  test.each(['http://acme.eu.auth0.com', 'https://acme.eu.auth0.com/path', 'not a domain'])(
    'not %s',
    (AUTH0_DOMAIN) => {
      expect(() => readConfiguration({ ...complete, AUTH0_DOMAIN })).toThrow(/^AUTH0_DOMAIN must be a domain/)
    },
  )
})

test('everything that is missing is named in one sentence, empty counts as missing', () => {
  const half = { ...complete, AUTH0_SECRET: '', MANAGEMENT_CLIENT_ID: undefined }

  expect(() => readConfiguration(half)).toThrow(/^AUTH0_SECRET and MANAGEMENT_CLIENT_ID are missing: /)
})

test('a short session secret is refused', () => {
  expect(() => readConfiguration({ ...complete, AUTH0_SECRET: 'short' })).toThrow(
    /^AUTH0_SECRET must have 32/,
  )
})

test('admins are a list of addresses in any case; an empty one is nobody', () => {
  const GRANTBOARD_ADMINS = 'Ada@Acme.example, grace@acme.example'

  expect(readConfiguration({ ...complete, GRANTBOARD_ADMINS }).GRANTBOARD_ADMINS).toEqual([
    'ada@acme.example',
    'grace@acme.example',
  ])
  expect(readConfiguration(complete).GRANTBOARD_ADMINS).toEqual([])
})

describe('the Management API client proves itself', () => {
  const { MANAGEMENT_CLIENT_SECRET: _, ...without } = complete
  const key = '-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----'

  test('with a secret or a key, whose line breaks may be written out', () => {
    const { MANAGEMENT_CLIENT_SIGNING_KEY } = readConfiguration({
      ...without,
      MANAGEMENT_CLIENT_SIGNING_KEY: key,
    })
    expect(MANAGEMENT_CLIENT_SIGNING_KEY?.split('\n')).toHaveLength(3)
  })

  test('with one of them, not both and not neither', () => {
    expect(() => readConfiguration(without)).toThrow(/^MANAGEMENT_CLIENT_SECRET is missing/)
    expect(() => readConfiguration({ ...complete, MANAGEMENT_CLIENT_SIGNING_KEY: key })).toThrow(
      /^MANAGEMENT_CLIENT_SIGNING_KEY is set beside MANAGEMENT_CLIENT_SECRET: keep one of them\.$/,
    )
  })

  test('with a key that is one', () => {
    expect(() => readConfiguration({ ...without, MANAGEMENT_CLIENT_SIGNING_KEY: 'file.pem' })).toThrow(
      /^MANAGEMENT_CLIENT_SIGNING_KEY must be a private key/,
    )
  })

  test('and is missed together with the rest', () => {
    expect(() => readConfiguration({ ...without, AUTH0_CLIENT_ID: '' })).toThrow(
      /^AUTH0_CLIENT_ID and MANAGEMENT_CLIENT_SECRET are missing/,
    )
  })
})

test('a database that is not PostgreSQL is refused, without repeating its password', () => {
  const mistaken = { ...complete, DATABASE_URL: 'mysql://ada:hush@localhost/grantboard' }

  expect(() => readConfiguration(mistaken)).toThrow(
    /^DATABASE_URL must be an address such as postgres:[^\n]*$/,
  )
  expect(() => readConfiguration(mistaken)).not.toThrow(/hush/)
})

describe('where tokens may be sent', () => {
  const origins = (GRANTBOARD_TEST_CALLS: string) =>
    readConfiguration({ ...complete, GRANTBOARD_TEST_CALLS }).GRANTBOARD_TEST_CALLS

  test('is nowhere unless it is said', () => {
    expect(readConfiguration(complete).GRANTBOARD_TEST_CALLS).toEqual([])
  })

  test.each([
    ['orders.example.com', ['https://orders.example.com']],
    ['orders.example.com:8443, http://b.example', ['https://orders.example.com:8443', 'http://b.example']],
    ['localhost:3001', ['https://localhost:3001', 'http://localhost:3001']],
    ['http://[::1]:3001', ['http://[::1]:3001']],
  ])('%s', (list, expected) => {
    expect(origins(list)).toEqual(expected)
  })

  test.each(['https://orders.example.com/path', 'ftp://a.example', 'user@a.example', '*'])(
    'not %s',
    (list) => {
      expect(() => origins(list)).toThrow(/^GRANTBOARD_TEST_CALLS must be hosts such as/)
    },
  )
})
