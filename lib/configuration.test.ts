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
