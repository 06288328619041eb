import type { Management } from 'auth0'
import type { Insertable } from 'kysely'
import { isMachine, toClient } from '../clients/client.ts'
import { digestOf } from './digest.ts'
import { folded, sortName } from './fold.ts'
import type { MirrorViews } from './tables.ts'

/** What is asked for: no secret, so that none is ever on its way here. */
export const mirroredClientFields = [
  'client_id',
  'name',
  'description',
  'app_type',
  'grant_types',
  'token_endpoint_auth_method',
  'client_authentication_methods',
  'is_first_party',
  'client_metadata',
  'token_quota',
  'created_at',
  'updated_at',
].join()

export type ClientRow = Insertable<MirrorViews['clients']>

/** A client as the tenant answered with it, whole or with the fields above. Throws a TypeError for one without an id. */
export function toClientRow(client: Management.Client): ClientRow {
  const { id, name, description, type, grantTypes, authMethod } = toClient(client, nobody)
  const metadata = client.client_metadata ?? {}
  const columns = {
    id,
    name,
    description,
    type,
    grant_types: grantTypes.join(' '),
    is_machine: Number(isMachine({ grantTypes })),
    auth_method: authMethod,
    is_first_party: Number(client.is_first_party ?? true),
    metadata: JSON.stringify(metadata),
    token_quota: client.token_quota ? JSON.stringify(client.token_quota) : null,
  }
  return {
    ...columns,
    created_at: moment(client.created_at),
    updated_at: moment(client.updated_at),
    sort_name: sortName(name),
    search_text: folded([name, id, description, ...Object.entries(metadata).flat()].join('\n')),
    digest: digestOf(columns),
  }
}

/** Which clients are the dashboard's own is not kept: it is told by its configuration. */
const nobody = { signIn: '', management: '' }

const moment = (time: unknown) => (time ? String(time) : null)
