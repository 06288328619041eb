import type { CompiledQuery, Kysely } from 'kysely'
import type { Cipher } from './cipher.ts'
import { documents } from './documents.ts'
import type { ExchangeStore, StoredClient, StoredClientGrant, StoredResourceServer } from './storage.ts'
import type { Tables } from './tables.ts'

type Row = {
  client: string
  clientSecrets: string | null
  api: string | null
  apiSecrets: string | null
  grant: string | null
  settings: string | null
  keyVersion: number
}

// They stand for the parameters of the query, which is compiled once for all calls.
const anyClient = ':client'
const anyAudience = ':audience'

export function exchangeStore(db: Kysely<Tables>, cipher: Cipher): ExchangeStore {
  const clients = documents<StoredClient>(cipher, 'client', 'client_id', [])
  const apis = documents<StoredResourceServer>(cipher, 'resource_server', 'id', [])
  let query: CompiledQuery | undefined

  return {
    async find(clientId, audience) {
      query ??= compile(db)
      const parameters = query.parameters.map((parameter) =>
        parameter === anyClient ? clientId : parameter === anyAudience ? audience : parameter,
      )
      const [row] = (await db.executeQuery<Row>({ ...query, parameters })).rows
      return (
        row && {
          client: clients.read({ document: row.client, secrets: row.clientSecrets }),
          api: row.api === null ? undefined : apis.read({ document: row.api, secrets: row.apiSecrets }),
          grant: row.grant === null ? undefined : (JSON.parse(row.grant) as StoredClientGrant),
          settings: row.settings === null ? {} : JSON.parse(row.settings),
          keyVersion: row.keyVersion,
        }
      )
    },
  }
}

const compile = (db: Kysely<Tables>): CompiledQuery =>
  db
    .selectFrom('clients as client')
    .leftJoin('resource_servers as api', (join) => join.on('api.identifier', '=', anyAudience))
    .leftJoin('client_grants as grant', (join) =>
      join
        .onRef('grant.client_id', '=', 'client.client_id')
        .onRef('grant.audience', '=', 'api.identifier')
        .on('grant.subject_type', '=', 'client'),
    )
    .leftJoin('settings', (join) => join.on('settings.id', '=', 'tenant'))
    .where('client.client_id', '=', anyClient)
    .select((select) => [
      'client.document as client',
      'client.secrets as clientSecrets',
      'api.document as api',
      'api.secrets as apiSecrets',
      'grant.document as grant',
      'settings.document as settings',
      select
        .selectFrom('signing_keys')
        .select((key) => key.fn.max('seq').as('version'))
        .as('keyVersion'),
    ])
    .compile()
