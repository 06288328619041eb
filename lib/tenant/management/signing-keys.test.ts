import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await startTestTenant()
})
afterAll(() => tenant.stop())

async function keys() {
  const { body } = await tenant.call('GET', '/keys/signing')
  return body as unknown as { kid: string; cert: string; current: boolean; next: boolean; revoked: boolean }[]
}

it('are one that signs and one that will', async () => {
  const [current, next, ...others] = await keys()
  expect(current).toMatchObject({ current: true, next: false, revoked: false })
  expect(next).toMatchObject({ current: false, next: true, revoked: false })
  expect(others).toEqual([])

  const certificate = new X509Certificate(String(current?.cert))
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
})

it('rotate, and the one that signed before can be revoked', async () => {
  const [before, upcoming] = await keys()
  const rotated = await tenant.call('POST', '/keys/signing/rotate')
  expect(rotated).toMatchObject({ status: 201, body: { kid: upcoming?.kid } })

  const after = await keys()
  expect(after.map(({ current, next }) => [current, next])).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ])
  const revoked = await tenant.call('PUT', `/keys/signing/${before?.kid}/revoke`)
  expect(revoked.status).toBe(200)
  const fresh = await tenant.tokenFor('read:signing_keys')
  const seen = await tenant.call('GET', `/keys/signing/${before?.kid}`, undefined, fresh)
  expect(seen.body).toMatchObject({ revoked: true })
})

it('are not revoked while they sign, nor when there is no such key', async () => {
  const fresh = await tenant.tokenFor('read:signing_keys', 'update:signing_keys')
  const { body } = await tenant.call('GET', '/keys/signing', undefined, fresh)
  const current = (body as unknown as { kid: string; current: boolean }[]).find((key) => key.current)
  const revoke = (kid?: string) => tenant.call('PUT', `/keys/signing/${kid}/revoke`, undefined, fresh)
  expect((await revoke(current?.kid)).status).toBe(400)
  expect((await revoke('nonsense')).status).toBe(404)
})
