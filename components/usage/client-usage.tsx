import { Link } from '@/components/ui/link'
import type { CallerUse } from '@/lib/observations/read/callers'
import type { ApiUse } from '@/lib/observations/read/client-usage'
import type { Failure } from '@/lib/observations/read/failures'
import type { Observed } from '@/lib/observations/read/observed'
import type { Span } from '@/lib/observations/span'
import { routes } from '@/lib/routes'
import { CallerTable } from './caller-table'
import { FailureList } from './failure-list'
import { NoTokensSeen } from './no-tokens-seen'
import { NotObserved, ObservedNote } from './observed-note'
import type { Plot } from './plot-list'
import { UsagePlots } from './usage-plots'

type Props = {
  client: { id: string; name: string }
  apis: ApiUse[]
  callers: CallerUse[]
  failures: Failure[]
  observed: Observed
  span: Span
}

/** What a client does with its access: tokens per API, why it was refused, and from where it asks. */
export function ClientUsage({ client, apis, callers, failures, observed, span }: Props) {
  const plots = apis.map(plotOf)
  return (
    <>
      <NotObserved observed={observed} />
      {plots.length === 0 ? (
        <NoTokensSeen observed={observed} who={client.name}>
          It is authorized for no API. <Link href={routes.clientApis(client.id)}>Authorize it</Link>
        </NoTokensSeen>
      ) : (
        <UsagePlots
          plots={plots}
          span={span}
          of="API"
          hrefOf={(span) => routes.clientUsage(client.id, { span })}
        />
      )}
      <FailureList failures={failures} of="client" />
      <CallerTable callers={callers} />
      <ObservedNote observed={observed} />
    </>
  )
}

function plotOf({ audience, api, isGranted, bars }: ApiUse): Plot {
  const name = api?.name ?? (audience || 'No API of the tenant')
  return {
    key: audience,
    name,
    bars,
    title: (
      <>
        {api ? (
          <Link href={routes.apiUsage(api.id)} className="no-underline hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        {!isGranted && audience !== '' && <span className="text-xs text-ink-faint"> Not authorized</span>}
      </>
    ),
  }
}
