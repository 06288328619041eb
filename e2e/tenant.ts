import { type Management, ManagementClient } from 'auth0'
import { environment } from './environment'
import { noteSeeded } from './mirror'

/** Seeds the tenant the way a customer would, through the Management API, and removes what it made. */
export class TenantFixture {
  readonly api = connect()
  readonly #made: (() => Promise<unknown>)[] = []

  /** A Non Interactive client, unless `request` says otherwise. */
  async client(request: Partial<Management.CreateClientRequestContent> = {}) {
    const created = await this.api.clients.create({
      name: `client ${crypto.randomUUID()}`,
      app_type: 'non_interactive',
      grant_types: ['client_credentials'],
      ...request,
    })
    const { client_id, client_secret, name } = created
    if (!client_id || !client_secret || !name)
      throw new TypeError('The tenant answered with an incomplete client')
    this.#made.push(() => this.api.clients.delete(client_id))
    return { ...created, client_id, client_secret, name }
  }

  /** An RS256 API with two scopes, unless `request` says otherwise. */
  async resourceServer(request: Partial<Management.CreateResourceServerRequestContent> = {}) {
    const mark = crypto.randomUUID()
    const created = await this.api.resourceServers.create({
      name: `API ${mark}`,
      identifier: `https://${mark}.example/`,
      signing_alg: 'RS256',
      scopes: [
        { value: 'read:orders', description: 'Read orders' },
        { value: 'create:orders', description: 'Create orders' },
      ],
      ...request,
    })
    const { id, identifier, name = identifier } = created
    if (!id || !identifier || !name) throw new TypeError('The tenant answered with an incomplete API')
    this.#made.push(() => this.api.resourceServers.delete(id))
    return { ...created, id, identifier, name }
  }

  /** For an API that the test makes through the dashboard. */
  removeApiLater(identifier: string) {
    this.#made.push(() => this.api.resourceServers.delete(identifier))
  }

  /** For a client that the test makes through the dashboard. */
  removeClientLater(clientId: string) {
    this.#made.push(() => this.api.clients.delete(clientId))
  }

  /** Authorizes a client for an API; the grant goes when either of them goes. */
  async grant(clientId: string, audience: string, scope: string[]) {
    const created = await this.api.clientGrants.create({ client_id: clientId, audience, scope })
    if (!created.id) throw new TypeError('The tenant answered with an incomplete client grant')
    return { ...created, id: created.id }
  }

  /** An access token of the client for the API, as the client itself would ask for it. */
  async token(client: { client_id: string; client_secret: string }, audience: string) {
    const response = await fetch(`${environment.tenantUrl}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client.client_id,
        client_secret: client.client_secret,
        audience,
      }),
    })
    return { status: response.status, body: await response.json() }
  }

  /** Removes what this test will still find in the tenant; what a test removed itself is skipped. */
  async cleanUp() {
    for (const remove of this.#made.reverse()) {
      await remove().catch((error: { statusCode?: number }) => {
        if (error.statusCode !== 404) throw error
      })
    }
  }
}

function connect() {
  const { tenantUrl, management } = environment
  return new ManagementClient({
    domain: new URL(tenantUrl).host,
    ...management,
    // The SDK builds https:// URLs only; the embedded tenant listens on plain loopback HTTP.
    fetch: (input: RequestInfo | URL, init?: RequestInit) => {
      noteSeeded()
      return fetch(String(input).replace(/^https:/, new URL(tenantUrl).protocol), init)
    },
  })
}
