import type { Management } from 'auth0'
import type { Insertable } from 'kysely'
import { toApi } from '../apis/api.ts'
import { digestOf } from './digest.ts'
import { folded, sortName } from './fold.ts'
import type { MirrorViews } from './tables.ts'

export type ApiRow = Insertable<MirrorViews['apis']> & { scopes: Insertable<MirrorViews['api_scopes']>[] }

/** An API with its scopes. The signing secret comes with the tenant's answer and stays out of it. */
export function toApiRow(resourceServer: Management.ResourceServer): ApiRow {
  const { id, identifier, name, signingAlgorithm, tokenLifetime, scopes, isSystem } = toApi(resourceServer)
  const columns = {
    id,
    identifier,
    name,
    signing_alg: signingAlgorithm,
    token_lifetime: tokenLifetime,
    is_system: Number(isSystem),
    client_policy: resourceServer.subject_type_authorization?.client?.policy ?? null,
    token_dialect: resourceServer.token_dialect ?? 'access_token',
    enforce_policies: Number(resourceServer.enforce_policies ?? false),
    scope_count: scopes.length,
  }
  return {
    ...columns,
    sort_name: sortName(name),
    search_text: folded([name, identifier, id, ...scopes.map(({ value }) => value)].join('\n')),
    digest: digestOf([columns, scopes]),
    scopes: scopes.map(({ value, description }, position) => ({
      api_id: id,
      audience: identifier,
      value,
      description,
      position,
    })),
  }
}
