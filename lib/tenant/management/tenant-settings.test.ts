import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await startTestTenant()
})
afterAll(() => tenant.stop())

const path = '/tenants/settings'

it('begin with the APIs section enabled', async () => {
  const { body } = await tenant.call('GET', path)
  expect(body).toMatchObject({ friendly_name: 'Grantboard', flags: { enable_apis_section: true } })
  expect(body.sandbox_versions_available).toEqual(['22', '18'])
})

it('merge flags, keep what is not named and drop what is null', async () => {
  await tenant.call('PATCH', path, { flags: { genai_trial: true }, error_page: { html: '<p>Oh</p>' } })
  const { status, body } = await tenant.call('PATCH', path, {
    flags: { enable_apis_section: false },
    friendly_name: 'Orders',
    error_page: null,
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    friendly_name: 'Orders',
    session_lifetime: 168,
    flags: { enable_apis_section: false, genai_trial: true },
  })
  expect(body).not.toHaveProperty('error_page')
  expect((await tenant.call('GET', `${path}?fields=friendly_name`)).body).toEqual({ friendly_name: 'Orders' })
})

it('keep lifetimes in hours, also those given in minutes, and no part that is null', async () => {
  const { body } = await tenant.call('PATCH', path, {
    idle_session_lifetime_in_minutes: 90,
    security_headers: { content_security_policy: null, x_xss_protection: { enabled: true } },
  })
  expect(body.idle_session_lifetime).toBe(1.5)
  expect(body).not.toHaveProperty('idle_session_lifetime_in_minutes')
  expect(body.security_headers).toEqual({ x_xss_protection: { enabled: true } })
})

it('keep the colors that the contract has forgotten', async () => {
  const universal_login = { colors: { primary: '#0059d6', page_background: '#000000' } }
  expect((await tenant.call('PATCH', path, { universal_login })).body).toMatchObject({ universal_login })
  expect((await tenant.call('GET', path)).body).toMatchObject({ universal_login })
})

it.each([
  [{ universal_login: { colors: { primary: 7 } } }, 'Expected type string but found type integer'],
  [{}, 'Too few properties defined (0), minimum 1'],
  [{ flags: { fly: true } }, 'Additional properties not allowed: fly'],
  [{ flags: { enable_apis_section: 'yes' } }, 'Expected type boolean but found type string'],
  [{ session_lifetime: 0 }, 'Value 0 is less than minimum 1'],
  [{ support_email: 'nobody' }, "Object didn't pass validation for format email-or-empty"],
  [{ enabled_locales: [] }, 'Array is too short (0), minimum 1'],
  [{ enabled_locales: ['tlh'] }, 'No enum match for: tlh'],
  [{ default_token_quota: { clients: { client_credentials: { per_day: 0 } } } }, 'less than minimum 1'],
])('refuse %j', async (body, complaint) => {
  const refused = await tenant.call('PATCH', path, body)
  expect(refused.status).toBe(400)
  expect(refused.body.message).toContain(complaint)
})
