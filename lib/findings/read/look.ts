import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { FindingKind, Findings } from '../finding.ts'
import { failingClients } from './failing.ts'
import { goneScopes } from './gone-scopes.ts'
import { oldSecrets } from './old-secrets.ts'
import type { Look } from './scope.ts'
import { tooOften } from './too-often.ts'
import { clientsWithoutGrant, unusedClients, unusedGrants } from './unused.ts'

const readers = {
  failing: failingClients,
  gone_scopes: goneScopes,
  too_often: tooOften,
  unused_client: unusedClients,
  unused_grant: unusedGrants,
  old_secret: oldSecrets,
  no_grant: clientsWithoutGrant,
}

/** Each of these kinds of which something was found. */
export async function lookAround(
  db: Kysely<Tables>,
  look: Look,
  kinds: readonly FindingKind[],
): Promise<Findings[]> {
  const found = await Promise.all(kinds.map((kind) => readers[kind](db, look)))
  return found.filter(({ total }) => total > 0)
}
