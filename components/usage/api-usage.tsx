import { Link } from '@/components/ui/link'
import type { ClientUse } from '@/lib/observations/read/api-usage'
import type { Failure } from '@/lib/observations/read/failures'
import type { Observed } from '@/lib/observations/read/observed'
import type { Span } from '@/lib/observations/span'
import { routes } from '@/lib/routes'
import { ClientUseTable } from './client-use-table'
import { FailureList } from './failure-list'
import { NoTokensSeen } from './no-tokens-seen'
import { NotObserved, ObservedNote } from './observed-note'
import { UsagePlots } from './usage-plots'

type Props = {
  api: { id: string; name: string }
  clients: ClientUse[]
  total: number
  failures: Failure[]
  observed: Observed
  span: Span
}

const plotted = 8

/** Who uses an API: the busiest clients as plots, all of them as a table, and who was refused why. */
export function ApiUsage({ api, clients, total, failures, observed, span }: Props) {
  const busy = clients.filter(({ issued, refused }) => issued + refused > 0)
  const shown = (busy.length > 0 ? busy : clients).slice(0, plotted)
  return (
    <>
      <NotObserved observed={observed} />
      {clients.length === 0 ? (
        <NoTokensSeen observed={observed} who={api.name}>
          <Link href={routes.apiClients(api.id)}>Authorize a client</Link>, then ask for a token on the{' '}
          <Link href={routes.apiTest(api.id)}>Test tab</Link>
        </NoTokensSeen>
      ) : (
        <>
          <UsagePlots
            plots={shown.map(({ clientId, name, bars }) => ({
              key: clientId,
              name: name ?? clientId,
              title: (
                <Link href={routes.clientUsage(clientId)} className="no-underline hover:underline">
                  {name ?? clientId}
                </Link>
              ),
              bars,
            }))}
            span={span}
            of="Client"
            hrefOf={(span) => routes.apiUsage(api.id, { span })}
            more={busy.length > plotted ? `The ${plotted} busiest of ${busy.length} clients.` : undefined}
          />
          <ClientUseTable clients={clients} total={total} span={span} />
        </>
      )}
      <FailureList failures={failures} of="api" />
      <ObservedNote observed={observed} />
    </>
  )
}
