import { SectionHead } from '@/components/overview/section-head'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import { formatNumber } from '@/lib/number-text'
import type { ClientUse } from '@/lib/observations/read/api-usage'
import { type Span, spanInWords } from '@/lib/observations/span'
import { routes } from '@/lib/routes'

type Props = { clients: ClientUse[]; total: number; span: Span }

/** Every client that was seen to ask for the API, with its last token. */
export function ClientUseTable({ clients, total, span }: Props) {
  return (
    <section aria-labelledby="who" className="mt-8">
      <SectionHead id="who" title="Who uses it">
        {total > clients.length
          ? `The busiest ${clients.length} of ${formatNumber(total)}`
          : formatNumber(total)}
      </SectionHead>
      <DataTable
        caption="Clients that use the API"
        columns={columnsFor(span)}
        rows={clients}
        rowKey={({ clientId }) => clientId}
        empty={null}
      />
    </section>
  )
}

const columnsFor = (span: Span): Column<ClientUse>[] => [
  {
    header: 'Client',
    width: '28%',
    cell: ({ clientId, name }) =>
      name ? (
        <Link href={routes.clientUsage(clientId)} title={name}>
          {name}
        </Link>
      ) : (
        <span className="text-ink-muted">{clientId}, which the tenant no longer has</span>
      ),
  },
  {
    header: 'Scopes of the last token',
    width: '40%',
    phone: 'hidden',
    cell: ({ last }) =>
      last?.scope ? (
        <code className="text-xs text-ink-muted" title={last.scope}>
          {last.scope}
        </code>
      ) : (
        <span className="text-ink-faint">None</span>
      ),
  },
  {
    header: `Tokens, ${spanInWords[span]}`,
    align: 'end',
    cell: ({ issued }) => (
      <>
        {formatNumber(issued)}
        <span className="wide:hidden">{issued === 1 ? ' token' : ' tokens'}</span>
      </>
    ),
  },
  {
    header: 'Refused',
    align: 'end',
    cell: ({ refused }) => (
      <span className={refused === 0 ? 'text-ink-faint' : 'text-danger'}>
        {formatNumber(refused)}
        <span className="wide:hidden"> refused</span>
      </span>
    ),
  },
  {
    header: 'Last token',
    phone: 'aside',
    cell: ({ last }) =>
      last ? <RelativeTime at={last.at} /> : <span className="text-ink-faint">None seen</span>,
  },
]
