import type { MirrorState } from './tables'

/** How old what is shown is, and why it may not be newer or not be all. */
export type MirrorStatus = {
  /** ISO 8601: what is shown is what the tenant held then. Absent until it was read once. */
  asOf?: string
  /** The first reading: what is shown is what was read so far. */
  reading?: { what: string; count: number; of?: number }
  /** Since when the tenant can't be reached, ISO 8601, and what went wrong. */
  unreachable?: { since: string; because: string }
}

/** Entries of the tenant's log that were never read: why, and until when, ISO 8601. */
export type LogGap = { because: string; until: string }

const lists: Record<string, string> = { clients: 'clients', apis: 'APIs', grants: 'client grants' }

/** The state of the mirror, as a page tells it. */
export function statusOf(state: MirrorState | undefined): MirrorStatus {
  const { as_of, synchronized_at, building_step, read_count, expected_count } = state ?? {}
  return {
    ...(as_of && { asOf: as_of }),
    ...(!synchronized_at && {
      reading: {
        what: lists[building_step ?? ''] ?? 'settings',
        count: read_count ?? 0,
        ...(expected_count && { of: expected_count }),
      },
    }),
    ...(state?.unreachable_since && {
      unreachable: { since: state.unreachable_since, because: state.unreachable_because ?? '' },
    }),
  }
}
