/** What is looked for, in the order it is shown. */
export const findingKinds = [
  'failing',
  'gone_scopes',
  'too_often',
  'unused_client',
  'unused_grant',
  'old_secret',
  'no_grant',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Without a token for so long a client or a grant counts as not in use. */
export const unusedAfterDays = 30
/** A secret that is older should have been replaced. */
export const oldSecretDays = 180
/** A failure that began within so many days is new. */
export const recentDays = 7

type About = {
  /** With the kind it names the finding: the client's id, and the audience where it is about one API. */
  object: string
  client: { id: string; name: string }
}
type AboutApi = About & { api: { id: string; name: string } }

/** Something nobody asked about and somebody should know. */
export type Finding =
  | ({
      kind: 'failing'
      api: AboutApi['api'] | null
      reason: string
      said: string
      count: number
      firstAt: string
      lastAt: string
    } & About)
  | ({ kind: 'gone_scopes'; scopes: string[] } & AboutApi)
  /** In the last 24 hours, and how many would have been enough. */
  | ({ kind: 'too_often'; issued: number; needed: number; callers: number } & AboutApi)
  /** `lastAt`: its last token; null when none was seen. */
  | ({ kind: 'unused_client'; lastAt: string | null } & About)
  | ({ kind: 'unused_grant'; lastAt: string | null } & AboutApi)
  /** `setAt`: null when it was set before the log was read. */
  | ({ kind: 'old_secret'; setAt: string | null } & About)
  | ({ kind: 'no_grant' } & About)

/** The first of the findings of a kind, and how many there are. */
export type Findings = { kind: FindingKind; total: number; findings: Finding[] }

/** A finding that was put aside. */
export type Snoozed = {
  kind: FindingKind
  object: string
  subject: string
  reason: string
  author: string
  until: string
}
