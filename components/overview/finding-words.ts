import type { Route } from 'next'
import { ageOf } from '@/components/ui/age'
import { times } from '@/components/usage/counts-text'
import { explainFailure } from '@/components/usage/failure-words'
import { type Finding, type FindingKind, oldSecretDays } from '@/lib/findings/finding'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import { listed, type Words, words } from '@/lib/tokens/words'

const many = (total: number, one: string, several: string) =>
  total === 1 ? `1 ${one}` : `${formatNumber(total)} ${several}`

/** What was found, with the number: "2 secrets are older than 180 days". */
export const findingTitle: Record<FindingKind, (total: number) => string> = {
  failing: (total) => many(total, 'client began to be refused', 'clients began to be refused'),
  gone_scopes: (total) => many(total, 'grant names scopes that are gone', 'grants name scopes that are gone'),
  too_often: (total) => many(total, 'client keeps no token', 'clients keep no token'),
  unused_client: (total) => many(total, 'client is not in use', 'clients are not in use'),
  unused_grant: (total) => many(total, 'grant is not in use', 'grants are not in use'),
  old_secret: (total) =>
    many(total, `secret is older than ${oldSecretDays} days`, `secrets are older than ${oldSecretDays} days`),
  no_grant: (total) => many(total, 'client is authorized for no API', 'clients are authorized for no API'),
}

/** What to do about it, and where the link leads. */
type Said = { what: Words; href: Route; todo: string }

/** One finding in a sentence; `since` is when observing began. */
export function sayFinding(finding: Finding, now: Date, since: string | null): Said {
  const { client } = finding
  const notSince = (at: string | null) =>
    at ? `since ${day(at, now)}` : `since observing began${since ? `, ${day(since, now)}` : ''}`
  switch (finding.kind) {
    case 'failing':
      return {
        what: words`${explainFailure({ ...finding, clientId: client.id, clientName: client.name }).what}. ${capital(times(finding.count))}, first ${day(finding.firstAt, now)}`,
        href: routes.clientUsage(client.id),
        todo: 'See its requests',
      }
    case 'gone_scopes':
      return {
        what: words`holds ${listed(finding.scopes)}, which ${finding.api.name} no longer defines`,
        href: routes.apiClients(finding.api.id, { client: client.id }),
        todo: 'Remove from the grant',
      }
    case 'too_often':
      return {
        what: words`${finding.issued} tokens for ${finding.api.name} in 24 h where ${finding.needed} would do: about ${(finding.issued - finding.needed) * 30} for nothing in a month. It has to keep a token until shortly before it expires`,
        href: routes.clientUsage(client.id),
        todo: 'See its callers',
      }
    case 'unused_client':
      return {
        what: words`No token ${notSince(finding.lastAt)}`,
        href: routes.client(client.id),
        todo: 'Delete it, or keep it',
      }
    case 'unused_grant':
      return {
        what: words`No token for ${finding.api.name} ${notSince(finding.lastAt)}`,
        href: routes.apiClients(finding.api.id, { client: client.id }),
        todo: 'Revoke it',
      }
    case 'old_secret':
      return {
        what: finding.setAt ? words`Set on ${day(finding.setAt, now)}` : words`Not rotated ${notSince(null)}`,
        href: routes.clientCredentials(client.id),
        todo: 'Rotate it',
      }
    case 'no_grant':
      return {
        what: words`Every request for a token is refused`,
        href: routes.clientApis(client.id),
        todo: 'Authorize it',
      }
  }
}

const day = (at: string, now: Date) => ageOf(new Date(at), now)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
