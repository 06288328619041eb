import type { Route } from 'next'
import type { Fact } from '@/components/ui/facts'
import { Identifier } from '@/components/ui/identifier'
import { Link } from '@/components/ui/link'
import type { ActivitySet } from '@/lib/changes/activity'
import type { RecordedChange } from '@/lib/changes/change'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import { secondOfDay } from './day'

/** What a change is about, with the way to it, its reference, and what the tenant's own log has of it. */
export function subjectFacts(
  { kind, subject, setId }: RecordedChange,
  logged: ActivitySet['logged'],
): Fact[] {
  const { clientId, clientName, apiId, apiName, audience } = subject
  const facts: Fact[] = []
  if (clientId) {
    const name = clientName ?? clientId
    const gone = kind === 'client.delete'
    facts.push({ term: 'Client', value: gone ? name : <Link href={routes.client(clientId)}>{name}</Link> })
  }
  if (apiId || apiName || audience) {
    const name = apiName ?? audience ?? apiId
    const gone = kind === 'api.delete' || !apiId
    facts.push({ term: 'API', value: gone ? name : <Link href={routes.api(apiId)}>{name}</Link> })
  }
  facts.push({ term: 'Change set', value: <Identifier value={setId} label="change set" /> })
  if (logged)
    facts.push({
      term: 'Tenant’s log',
      value: (
        <Link href={`${routes.changeSet(setId)}#tenant-log` as Route}>
          {logEntries(logged.count)} with this ID, {secondOfDay(logged.firstAt)}
        </Link>
      ),
    })
  return facts
}

/** "1 entry", "2 entries" */
export const logEntries = (count: number) => (count === 1 ? '1 entry' : `${formatNumber(count)} entries`)
