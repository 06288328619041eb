import type { startOidc } from './start-oidc.ts'

export const orders = 'https://orders.example'
export const worker = {
  grant_type: 'client_credentials',
  client_id: 'worker',
  client_secret: 'worker-secret',
  audience: orders,
}

type Answer = { status: number; body: Record<string, string | number>; headers: Headers }

/** For tests: asks the token endpoint of a tenant, in each of the ways it understands. */
export function tokenEndpoint({ address }: Pick<Awaited<ReturnType<typeof startOidc>>, 'address'>) {
  async function post(init: RequestInit): Promise<Answer> {
    const response = await fetch(`${address}oauth/token`, { method: 'POST', ...init })
    return {
      status: response.status,
      body: (await response.json()) as Answer['body'],
      headers: response.headers,
    }
  }
  const asJson = (body: unknown) =>
    post({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const asForm = (body: Record<string, string>, headers = {}) =>
    post({ headers, body: new URLSearchParams(body) })

  /** An access token for the worker; rejects when it is refused. */
  async function issue(parameters: Record<string, string> = {}) {
    const { status, body } = await asJson({ ...worker, ...parameters })
    if (status !== 200) throw new Error(`${status} ${body.error}: ${body.error_description}`)
    return String(body.access_token)
  }
  return { post, asJson, asForm, issue }
}
