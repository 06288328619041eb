import { sql } from 'kysely'
import { openMemory } from '../lib/tenant/open-memory.ts'
import { openDatabase } from '../lib/tenant/storage/database.ts'
import type { Storage } from '../lib/tenant/storage/storage.ts'

const fewApis = 10
const perTransaction = 10_000

export type Crowd = {
  clients: number
  /** Ten unless given. */
  apis?: number
  /** For how many of the APIs each client has a grant, a divisor of their number: ten unless given. */
  grantsEach?: number
  /** One unless given: what each API defines, and of what the grants have one, two and so on. */
  scopes?: string[]
}

/** Ids of the right length; which client has which secret follows from its number. */
export const clientId = (number: number) => `bench${String(number).padStart(27, '0')}`
export const apiId = (number: number) => `bec${String(number).padStart(21, '0')}`
const secretOf = (number: number) => `secret-${number}-`.padEnd(64, 'x')
const audienceOf = (number: number) => `https://api-${number}.example/`

/**
 * Writes clients, HS256 APIs, and each client's grants for some of these into the database of a tenant that is not
 * running: 100,000 clients make 1,000,000 grants.
 */
export async function writeClients(dataDir: string, crowd: Crowd): Promise<void> {
  const { clients, apis = fewApis, grantsEach = fewApis, scopes = ['read:orders'] } = crowd
  const { storage } = await openMemory({ dataDir })
  for (let number = 0; number < apis; number++) await storage.resourceServers.insert(api(number, scopes))
  for (let start = 0; start < clients; start += perTransaction) {
    await storage.transaction((inside) =>
      insertClients(inside, start, Math.min(clients, start + perTransaction)),
    )
  }
  await storage.close()
  await writeGrants(dataDir, apis / grantsEach, scopes)
}

async function insertClients({ clients }: Storage, from: number, to: number) {
  for (let number = from; number < to; number++) {
    await clients.insert({
      name: `Client ${number}`,
      client_id: clientId(number),
      client_secret: secretOf(number),
      global: false,
      is_first_party: true,
      app_type: 'non_interactive',
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_post',
      jwt_configuration: { alg: 'RS256', lifetime_in_seconds: 36_000, secret_encoded: false },
    })
  }
}

const api = (number: number, scopes: string[]) => ({
  id: apiId(number),
  name: `API ${number}`,
  identifier: audienceOf(number),
  signing_alg: 'HS256' as const,
  signing_secret: 'x'.repeat(32),
  token_lifetime: 86_400,
  scopes: scopes.map((value) => ({ value, description: `What ${value} allows` })),
})

/** One statement for all of them: written one by one they would take minutes. */
async function writeGrants(dataDir: string, oneOf: number, scopes: string[]) {
  const db = openDatabase({ dataDir })
  const id = sql`printf('cgr_%016d', client.seq * 1000 + api.seq)`
  const firstScopes = JSON.stringify(scopes.map((_, index) => scopes.slice(0, index + 1)))
  const scope = sql`json_extract(${firstScopes}, '$[' || cast((client.seq + api.seq) % ${scopes.length} as integer) || ']')`
  await sql`
    insert into client_grants (id, client_id, audience, subject_type, allow_any_organization, document)
    select ${id}, client.client_id, api.identifier, 'client', 0,
      json_object('id', ${id}, 'client_id', client.client_id, 'audience', api.identifier,
        'subject_type', 'client', 'scope', json(${scope}))
    from clients client cross join resource_servers api
    where client.client_id like 'bench%' and api.id like 'bec%' and (client.seq + api.seq) % ${oneOf} = 0
  `.execute(db)
  await db.destroy()
}

/** Requests for tokens of `count` clients from all over a crowd, each for one of the ten APIs. */
export const requestsOf = ({ clients }: Crowd, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const number = Math.floor((index * clients) / count)
    return {
      grant_type: 'client_credentials',
      client_id: clientId(number),
      client_secret: secretOf(number),
      audience: audienceOf(number % fewApis),
    }
  })
