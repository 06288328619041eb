import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { type Comparison, comparisonIn, foundIn } from './comparison.ts'
import { apiDifference, clientDifference, grantDifference } from './differences.ts'
import { type Difference, recordElsewhere } from './elsewhere.ts'
import { storedApis, storedClients, storedGrants } from './generation.ts'
import { inStep } from './in-step.ts'
import { updateState } from './state.ts'
import type { MirrorState } from './tables.ts'

/** Few enough to be compared in milliseconds, in which nobody else writes. */
const rowsAtOnce = 1000

const nextKind = { clients: 'apis', apis: 'grants', grants: null } as const

/**
 * Compares the next objects of what is shown with what was built, records what was changed elsewhere without the log
 * telling, and in the end shows what was built, all at once.
 */
export async function compareStep(db: Kysely<Tables>, state: MirrorState): Promise<void> {
  await inStep(db, state, async (trx, building) => {
    if (state.synchronized_at === null) return show(trx, state)
    const comparison = comparisonIn(state)
    const { ids, until } = await differing(trx, comparison, [state.generation, building])
    if (ids.length > 0) {
      const found = await differences[comparison.kind](trx, ids, state.generation, building)
      await recordElsewhere(trx, foundIn(comparison, state), found)
    }
    const kind = until === null ? nextKind[comparison.kind] : comparison.kind
    if (kind === null) return show(trx, state)
    const checkpoint = JSON.stringify({ ...comparison, kind, after: until ?? '' })
    await updateState(trx, { checkpoint })
  })
}

/** The ids of the next objects that are not the same in both generations, and up to where; null for the end. */
async function differing(trx: Kysely<Tables>, { kind, after }: Comparison, generations: [number, number]) {
  const [was = [], is = []] = await Promise.all(
    generations.map((generation) =>
      trx
        .selectFrom(`mirror_${kind}`)
        .select(['id', 'digest'])
        .where('generation', '=', generation)
        .where('id', '>', after)
        .orderBy('id')
        .limit(rowsAtOnce)
        .execute(),
    ),
  )
  const ends = [was, is].flatMap((rows) => (rows.length < rowsAtOnce ? [] : (rows.at(-1)?.id ?? [])))
  const until = ends.toSorted()[0] ?? null
  const [before, now] = [was, is].map(
    (rows) =>
      new Map(rows.filter(({ id }) => until === null || id <= until).map(({ id, digest }) => [id, digest])),
  )
  const all = new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])
  return { ids: [...all].filter((id) => before?.get(id) !== now?.get(id)), until }
}

type Differ = (trx: Kysely<Tables>, ids: string[], from: number, to: number) => Promise<Difference[]>

const differences: Record<Comparison['kind'], Differ> = {
  async clients(trx, ids, from, to) {
    const [was, is] = [await storedClients(trx, from, ids), await storedClients(trx, to, ids)]
    return ids.flatMap((id) => clientDifference(was.get(id) ?? null, is.get(id) ?? null))
  },
  async apis(trx, ids, from, to) {
    const [was, is] = [await storedApis(trx, from, ids), await storedApis(trx, to, ids)]
    return ids.flatMap((id) => apiDifference(was.get(id) ?? null, is.get(id) ?? null))
  },
  async grants(trx, ids, from, to) {
    const [was, is] = [await storedGrants(trx, from, ids, to), await storedGrants(trx, to, ids, to)]
    return ids.flatMap((id) => {
      const [before, now] = [was.get(id) ?? null, is.get(id) ?? null]
      const row = now ?? before
      // It went with its client or its API, which is recorded itself.
      const isOrphan = (row?.client_id && row.client_name === null) || row?.api_name === null
      if (!row || (!now && isOrphan)) return []
      const names = { clientName: row.client_name ?? row.client_id, apiName: row.api_name ?? row.audience }
      return grantDifference(before, now, { ...names, apiId: row.api_id ?? undefined })
    })
  },
}

/** What was built is what is shown from now on. */
async function show(trx: Kysely<Tables>, state: MirrorState) {
  await updateState(trx, {
    generation: state.building ?? state.generation,
    building: null,
    building_step: null,
    building_since: null,
    due_because: null,
    checkpoint: null,
    read_count: 0,
    expected_count: null,
    synchronized_at: new Date().toISOString(),
    as_of: state.building_since,
    unreachable_since: null,
    unreachable_because: null,
  })
}
