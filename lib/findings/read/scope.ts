import { type RawBuilder, sql } from 'kysely'
import type { FindingKind } from '../finding.ts'

/** What is looked through, and when. */
export type Look = {
  now: Date
  /** Since when the log was read without a gap; null when it never was. */
  since: string | null
  /** The dashboard's own clients, which are nobody's business. */
  except: string[]
}

/** So many of a kind are shown; of the others there is only the number. */
export const shownOfAKind = 20

const day = 86_400_000
export const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * day).toISOString()

/** How many rows there are beside those that a limit lets through. */
export const totalRows = sql<number>`count(*) over ()`

/** Keeps what was put aside out; `object` is the SQL of what names the finding. */
export const notSnoozed = (kind: FindingKind, object: RawBuilder<string>, now: Date) =>
  sql<boolean>`not exists (select 1 from snoozes
    where snoozes.kind = ${kind} and snoozes.object = ${object} and snoozes.until > ${now.toISOString()})`
