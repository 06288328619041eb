import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { type Answer, request, startTestTenant, type TestTenant } from '../test-tenant.ts'

type Entry = Record<string, unknown> & { log_id: string; type: string; details: Details }
type Details = {
  accessedSecrets?: string[]
  request: Record<string, unknown>
  response: { statusCode: number; body: Record<string, unknown> }
}

const asEntries = ({ body }: Answer) => Object.values(body) as Entry[]

describe.each(testDatabases)('the log on $dialect', ({ newDatabase }) => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await startTestTenant({ databaseUrl: await newDatabase() })
  })
  afterAll(() => tenant.stop())

  const read = async (query = '') => asEntries(await tenant.call('GET', `/logs${query}`))
  const newest = async () => (await read('?per_page=1&q=type:sapi'))[0]
  const create = (name: string) => tenant.call('POST', '/clients', { name, app_type: 'non_interactive' })

  describe('of a write', () => {
    it('has what was asked and answered before the answer arrives, without its secrets', async () => {
      const sdk = Buffer.from('{"name":"node-auth0","version":"7.1.0"}').toString('base64')
      const url = new URL('api/v2/clients', tenant.issuer)
      const { body: created } = await request(url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tenant.tokenFor('create:clients')}`,
          'content-type': 'application/json',
          'user-agent': 'tests',
          'auth0-client': sdk,
          'x-correlation-id': 'c'.repeat(70),
        },
        body: JSON.stringify({
          name: 'Orders',
          addons: { firebase: { secret: 'shh', client_email: 'a@example.com', lifetime_in_seconds: 60 } },
        }),
      })
      const entry = await newest()
      expect(entry).toMatchObject({
        type: 'sapi',
        description: 'Create a client',
        client_id: 'management-client',
        client_name: 'Grantboard Management',
        audience: `${tenant.issuer}api/v2/`,
        ip: '127.0.0.1',
        user_agent: 'tests',
        hostname: 'localhost',
        tenant_name: 'localhost',
        auth0_client: { name: 'node-auth0', version: '7.1.0' },
        references: { correlation_id: 'c'.repeat(64) },
      })
      expect(entry?.details.accessedSecrets).toContain('client_secret')
      expect(entry?.details.request).toEqual({
        method: 'post',
        path: '/api/v2/clients',
        query: {},
        userAgent: 'tests',
        ip: '127.0.0.1',
        channel: 'api',
        body: {
          name: 'Orders',
          addons: { firebase: { secret: '*****', client_email: '*****', lifetime_in_seconds: '*****' } },
        },
        auth: {
          user: {},
          strategy: 'jwt',
          credentials: expect.objectContaining({ scopes: ['create:clients'] }),
        },
        correlation_id: 'c'.repeat(64),
      })
      const { client_id, client_secret } = created
      expect(entry?.details.response).toMatchObject({
        statusCode: 201,
        body: { client_id, name: 'Orders', client_secret: '*****' },
      })
      expect(JSON.stringify(await read())).not.toContain(client_secret)
    })

    it('names what was changed and what was deleted', async () => {
      const id = String((await create('Gone')).body.client_id)
      await tenant.call('PATCH', `/clients/${id}`, { description: 'Soon' })
      expect(await newest()).toMatchObject({
        description: 'Update a client',
        details: {
          request: { method: 'patch', path: `/api/v2/clients/${id}`, body: { description: 'Soon' } },
        },
      })
      await tenant.call('DELETE', `/clients/${id}`)
      expect(await newest()).toMatchObject({
        description: 'Delete a client',
        details: {
          request: { method: 'delete', path: `/api/v2/clients/${id}`, body: {} },
          response: { statusCode: 204, body: {} },
        },
      })
    })

    it('tells of refusals too, and of nobody without a token', async () => {
      await tenant.call('POST', '/clients', { nonsense: true })
      const weak = await tenant.tokenFor('read:clients')
      await tenant.call('DELETE', '/clients/x', undefined, weak)
      await tenant.call('POST', '/clients', { name: 'x' }, 'a.b.c')
      await expect
        .poll(async () => (await read('?q=type:sapi&sort=date:-1&per_page=2')).map(({ details }) => details))
        .toMatchObject([
          { response: { statusCode: 403, body: { errorCode: 'insufficient_scope' } } },
          {
            response: { statusCode: 400, body: { errorCode: 'invalid_body' } },
            request: { body: { nonsense: true } },
          },
        ])
    })

    it('keeps of a long body what it is about', async () => {
      const scopes = Array.from({ length: 500 }, (_, index) => ({
        value: `read:thing-${index}`,
        description: 'x'.repeat(400),
      }))
      const api = await tenant.call('POST', '/resource-servers', { identifier: 'urn:long', scopes })
      expect(api.status).toBe(201)
      expect((await newest())?.details).toMatchObject({
        request: { body: { identifier: 'urn:long', truncated: true } },
        response: { body: { id: api.body.id, identifier: 'urn:long', truncated: true } },
      })
    })
  })

  it('of reads has those that were answered with secrets', async () => {
    const { client_id } = (await create('Read')).body
    const blind = await tenant.tokenFor('read:clients')
    await tenant.call('GET', `/clients/${client_id}`, undefined, blind)
    await tenant.call('GET', `/clients/${client_id}`)
    await expect
      .poll(() => read('?q=type:mgmt_api_read'))
      .toMatchObject([
        {
          description: 'Get client by ID',
          details: {
            accessedSecrets: ['client_secret'],
            request: { method: 'get', path: `/api/v2/clients/${client_id}`, body: null },
            response: { statusCode: 200, body: { client_id } },
          },
        },
      ])
  })

  describe('is read', () => {
    it('by page, with totals, the newest first unless asked otherwise', async () => {
      for (const name of ['one', 'two', 'three']) await create(name)
      const names = (entries: Entry[]) => entries.map(({ details }) => details.response.body.name)
      const query = '?q=type:sapi%20AND%20client_id:management-client'
      expect(names(await read(`${query}&per_page=2`))).toEqual(['three', 'two'])
      expect(names(await read(`${query}&per_page=1&page=2`))).toEqual(['one'])

      const { body } = await tenant.call('GET', `/logs${query}&per_page=2&page=1&include_totals=true`)
      const { total, logs, ...rest } = body
      expect(rest).toEqual({ start: 2, limit: 2, length: 2 })
      expect(total).toBeGreaterThan(3)
      expect(logs).toHaveLength(2)

      const ids = (await read('?sort=date:1')).map(({ log_id }) => log_id)
      expect(ids).toEqual(ids.toSorted())
    })

    it('by checkpoint, oldest first, also behind an entry that is gone', async () => {
      const all = await read('?sort=date:1&per_page=100')
      const [first, second] = all
      expect(await read(`?from=${first?.log_id}&take=1`)).toEqual([second])
      expect(await read('?take=1')).toEqual([first])
      expect(await read(`?from=90000000000000000000000&take=100`)).toEqual(all)
      expect(await read(`?from=90000000000099999999999`)).toEqual([])

      const from = all.at(-1)?.log_id
      await create('later')
      expect(await read(`?from=${from}&take=100`)).toMatchObject([{ description: 'Create a client' }])
      expect(await read(`?from=${from}&take=100&q=type:s`)).toEqual([])
    })

    it('with some fields, and one entry by its id', async () => {
      const [entry] = await read('?per_page=1')
      expect(await read('?per_page=1&fields=type,log_id')).toEqual([
        { type: entry?.type, log_id: entry?.log_id },
      ])
      const [rest] = await read('?per_page=1&fields=details&include_fields=false')
      expect(rest).toHaveProperty('log_id')
      expect(rest).not.toHaveProperty('details')
      expect((await tenant.call('GET', `/logs/${entry?.log_id}`)).body).toEqual(entry)
    })

    it.each([
      ['?q=seccft', 400, 'invalid_query_string'],
      ['?q=ip:127.0.0.1', 400, 'invalid_query_string'],
      ['?sort=type:1', 400, 'invalid_query_string'],
      ['?per_page=101', 400, 'invalid_query_string'],
      ['?page=10&per_page=100', 400, 'invalid_paging'],
      ['?from=nonsense', 400, 'invalid_query_string'],
      ['/nonsense', 404, 'inexistent_log'],
    ])('%s is refused', async (path, status, errorCode) => {
      expect(await tenant.call('GET', `/logs${path}`)).toMatchObject({ status, body: { errorCode } })
    })
  })
})
