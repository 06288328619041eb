import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { client, startOidc } from './testing/start-oidc.ts'
import { orders, tokenEndpoint, worker } from './testing/token-endpoint.ts'

// An https issuer on a plain port: addresses are what the proxy in front says.
let tenant: Awaited<ReturnType<typeof startOidc>>
let endpoint: ReturnType<typeof tokenEndpoint>
beforeAll(async () => {
  tenant = await startOidc({ issuer: 'https://tenant.example/' })
  endpoint = tokenEndpoint(tenant)
})
afterAll(() => tenant.stop())

let clients = 0
let target: Record<string, string>
beforeEach(async () => {
  const client_id = `target-${clients++}`
  await tenant.storage.clients.insert(client({ client_id }))
  await tenant.storage.clientGrants.insert({
    id: `cgr_${client_id}`,
    client_id,
    audience: orders,
    subject_type: 'client',
    scope: [],
  })
  target = { ...worker, client_id, client_secret: `${client_id}-secret` }
})

const from = (address: string) => ({ 'x-forwarded-for': address })

async function guess(times: number, parameters: Record<string, string> = {}, headers = from('192.0.2.1')) {
  const request = { ...target, client_secret: 'wrong', ...parameters }
  const statuses: number[] = []
  for (let guesses = 0; guesses < times; guesses++) {
    statuses.push((await endpoint.asForm(request, headers)).status)
  }
  return statuses
}

describe('guessing a client’s secret', () => {
  test('ends after ten failures a minute, with a time to come back', async () => {
    expect(await guess(11)).toEqual([...Array(10).fill(401), 429])
    const { body, headers } = await endpoint.asForm(target, from('192.0.2.1'))
    expect(body.error).toBe('too_many_attempts')
    const seconds = Number(headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(body.error_description).toBe(
      `Too many failed attempts to authenticate as this client from this address. Try again in ${seconds} seconds.`,
    )
  })

  test('locks out neither the client elsewhere nor another client here', async () => {
    await guess(11)
    expect((await endpoint.asForm(target, from('192.0.2.2'))).status).toBe(200)
    expect((await endpoint.asForm(worker, from('192.0.2.1'))).status).toBe(200)
  })

  test('counts failures only: a client that succeeds may ask all day', async () => {
    for (let times = 0; times < 15; times++) {
      expect((await endpoint.asForm(target, from('192.0.2.1'))).status).toBe(200)
    }
  })

  test('is the same guessing by another grant or at the revocation endpoint', async () => {
    await guess(5, { grant_type: 'refresh_token', refresh_token: 'x' })
    const { client_id = '' } = target
    for (let guesses = 0; guesses < 5; guesses++) {
      const response = await fetch(`${tenant.address}oauth/revoke`, {
        method: 'POST',
        headers: from('192.0.2.1'),
        body: new URLSearchParams({ client_id, client_secret: 'wrong', token: 'x' }),
      })
      expect(response.status).toBe(401)
    }
    expect(await guess(1)).toEqual([429])
    expect(await guess(1, { grant_type: 'refresh_token', refresh_token: 'x' })).toEqual([429])
  })

  test('is the same guessing by HTTP Basic', async () => {
    const basic = { authorization: `Basic ${btoa(`${target.client_id}:wrong`)}`, ...from('192.0.2.1') }
    for (let guesses = 0; guesses < 10; guesses++) {
      await endpoint.asForm({ grant_type: 'client_credentials', audience: orders }, basic)
    }
    expect(await guess(1)).toEqual([429])
  })
})
