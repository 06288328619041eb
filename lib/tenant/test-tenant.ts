import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { ManagementScope } from './management-scopes.ts'
import { rememberSecrets } from './seen-secrets.ts'
import { startTenant, type TenantOptions } from './server.ts'

export const management = { clientId: 'management-client', clientSecret: 'management-secret' }

/** What a test reads of an answer: the fields that it compares, whatever they are. */
export type Answer = { status: number; headers: Headers; body: Record<string, unknown> }

/**
 * For tests: a whole tenant on a free port with its own data folder, and a caller of its Management API. `options`
 * replace what a test needs otherwise, such as the database.
 */
export async function startTestTenant(options: Partial<TenantOptions> = {}) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tenant-'))
  const tenant = await startTenant({
    port: 0,
    host: '127.0.0.1',
    dataDir,
    seed: { appBaseUrl: 'http://localhost:3000', management },
    ...options,
  })
  if (tenant.caFile) trust(tenant.caFile)
  const allScopes = await token(tenant.issuer)

  /** `path` is below `/api/v2`; a string body is sent as it is. */
  const call = (method: string, path: string, body?: unknown, bearer = allScopes) =>
    request(new URL(`api/v2${path}`, tenant.issuer), {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    })

  const stop = async () => {
    await tenant.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  const tokenFor = (...scopes: ManagementScope[]) => token(tenant.issuer, scopes)
  return { ...tenant, dataDir, call, tokenFor, stop }
}

export type TestTenant = Awaited<ReturnType<typeof startTestTenant>>

/** The tenant's answer with its body read as JSON; an empty body is an empty object. */
export async function request(url: URL, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init)
  const text = await response.text()
  rememberSecrets(text)
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} }
}

/** From here on this process believes the tenant's own authority beside the usual ones. */
function trust(caFile: string) {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(caFile, 'utf8')])
}

async function token(issuer: string, scopes?: string[]): Promise<string> {
  const { body } = await request(new URL('oauth/token', issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: management.clientId,
      client_secret: management.clientSecret,
      audience: new URL('api/v2/', issuer).href,
      ...(scopes && { scope: scopes.join(' ') }),
    }),
  })
  if (typeof body.access_token !== 'string') throw new Error(`No token: ${JSON.stringify(body)}`)
  return body.access_token
}
