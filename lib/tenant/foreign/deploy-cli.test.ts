import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase } from '../../database/test-databases.ts'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'
import { deployCli } from './deploy-cli.ts'

/** An import takes the CLI 10 to 20 seconds of computing: it compiles a schema with every text of every page. */
const timeout = 300_000
const settings = { AUTH0_ALLOW_DELETE: 'true' }

describe('auth0-deploy-cli, from a tenant on SQLite to one on PostgreSQL', () => {
  let folder: string
  let source: TestTenant
  let target: TestTenant
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deploy-cli-'))
    source = await startTestTenant({ tls: true })
    target = await startTestTenant({ tls: true, databaseUrl: await newDatabase() })
    await fill(source)
  })
  afterAll(async () => {
    await Promise.all([source.stop(), target.stop()])
    rmSync(folder, { recursive: true })
  })

  const inFolder = (name: string) => join(folder, name)
  const yaml = (name: string) => readFileSync(inFolder(`${name}/tenant.yaml`), 'utf8')

  it('exports a tenant to YAML', { timeout }, async () => {
    await deployCli(source, settings).export('yaml', inFolder('exported'))
    for (const part of [
      'name: Billing',
      'identifier: urn:orders',
      'value: read:orders',
      'friendly_name: Acme',
    ])
      expect(yaml('exported')).toContain(part)
  })

  it('imports it into an empty tenant, which then exports the same', { timeout }, async () => {
    await deployCli(target, settings).import(inFolder('exported/tenant.yaml'))
    await deployCli(target, settings).export('yaml', inFolder('again'))
    expect(unordered(yaml('again'))).toEqual(unordered(yaml('exported')))
    expect(await grantsOf(target, 'Billing')).toEqual([
      { audience: 'urn:orders', scope: ['read:orders'] },
      { audience: 'urn:stock', scope: [] },
    ])
  })

  it('exports to a directory, whose edited scope and removed grant arrive', { timeout }, async () => {
    await deployCli(target, settings).export('directory', inFolder('files'))
    for (const name of ['resource-servers/Orders', 'grants/Billing-Orders']) {
      const file = inFolder(`files/${name}.json`)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('read:orders', 'list:orders'))
    }
    rmSync(inFolder('files/grants/Billing-Stock.json'))
    await deployCli(target, settings).import(inFolder('files'))

    expect(await grantsOf(target, 'Billing')).toEqual([{ audience: 'urn:orders', scope: ['list:orders'] }])
    const { body } = await target.call('GET', '/resource-servers/urn%3Aorders')
    expect(body.scopes).toEqual([
      { value: 'list:orders', description: 'Read orders' },
      { value: 'write:orders', description: 'Write orders' },
    ])
  })

  it('is refused with a wrong secret', async () => {
    const wrong = deployCli(source, { ...settings, AUTH0_CLIENT_SECRET: 'wrong' })
    await expect(wrong.export('yaml', inFolder('refused'))).rejects.toThrow(/access_denied|Unauthorized/)
  })
})

async function fill({ call }: TestTenant) {
  const made = async (path: string, body: object) => {
    const answer = await call('POST', path, body)
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  await made('/resource-servers', {
    name: 'Orders',
    identifier: 'urn:orders',
    signing_alg: 'RS256',
    scopes: [
      { value: 'read:orders', description: 'Read orders' },
      { value: 'write:orders', description: 'Write orders' },
    ],
  })
  const hs256 = { signing_alg: 'HS256', signing_secret: 'a-signing-secret-of-some-length' }
  await made('/resource-servers', { name: 'Stock', identifier: 'urn:stock', token_lifetime: 600, ...hs256 })
  const client = { app_type: 'non_interactive', grant_types: ['client_credentials'] }
  const { client_id } = await made('/clients', { name: 'Billing', description: 'Bills', ...client })
  await made('/clients', { name: 'Report', client_metadata: { team: 'finance' }, ...client })
  await made('/client-grants', { client_id, audience: 'urn:orders', scope: ['read:orders'] })
  await made('/client-grants', { client_id, audience: 'urn:stock', scope: [] })
  const { body: role } = await call('POST', '/roles', { name: 'Clerk', description: 'Sells' })
  const permission = { resource_server_identifier: 'urn:orders', permission_name: 'write:orders' }
  await call('POST', `/roles/${role.id}/permissions`, { permissions: [permission] })
  await call('PATCH', '/tenants/settings', { friendly_name: 'Acme', session_lifetime: 24 })
}

async function grantsOf({ call }: TestTenant, name: string) {
  const list = async (path: string) => (await call('GET', path)).body as unknown as Record<string, unknown>[]
  const client = (await list('/clients')).find((each) => each.name === name)
  const grants = await list(`/client-grants?client_id=${client?.client_id}`)
  return grants
    .map(({ audience, scope }) => ({ audience: String(audience), scope }))
    .sort((a, b) => a.audience.localeCompare(b.audience))
}

/** The entries of each section of the YAML, in any order: the CLI creates several objects at once. */
const unordered = (yaml: string) =>
  yaml.split(/\n(?=\S)/).map((section) => section.split(/\n(?= {2}- )/).sort())
