import type { Fact } from '@/components/ui/facts'
import { Identifier } from '@/components/ui/identifier'
import { Link } from '@/components/ui/link'
import type { RecordedChange } from '@/lib/changes/change'
import { routes } from '@/lib/routes'

/** What a change is about, with the way to it, and its reference. */
export function subjectFacts({ kind, subject, setId }: RecordedChange): Fact[] {
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
  return facts
}
