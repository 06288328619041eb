import { SectionHead } from '@/components/overview/section-head'
import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { RelativeTime } from '@/components/ui/relative-time'
import { formatNumber } from '@/lib/number-text'
import type { CallerUse } from '@/lib/observations/read/callers'

/** Who asks for tokens in the client's name: what has to be moved when its secret changes. */
export function CallerTable({ callers }: { callers: CallerUse[] }) {
  if (callers.length === 0) return null
  return (
    <section aria-labelledby="callers" className="mt-8">
      <SectionHead id="callers" title="Callers">
        {formatNumber(callers.length)}
      </SectionHead>
      <DataTable
        caption="Callers"
        columns={columns}
        rows={callers}
        rowKey={({ ip, userAgent, sdk }) => `${ip} ${userAgent} ${sdk}`}
        empty={null}
      />
    </section>
  )
}

const columns: Column<CallerUse>[] = [
  {
    header: 'Address',
    width: '320px',
    cell: ({ ip, isRefused }) => (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <code className="text-xs">{ip || 'Not told'}</code>
        {isRefused && <Badge tone="danger">Refused</Badge>}
      </span>
    ),
  },
  {
    header: 'Program',
    width: '30%',
    cell: ({ userAgent, sdk }) => (
      <span title={userAgent} className="text-ink-muted">
        {sdk || userAgent || 'Not told'}
      </span>
    ),
  },
  {
    header: 'Tokens',
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
      <span className={refused === 0 ? 'text-ink-faint' : undefined}>
        {formatNumber(refused)}
        <span className="wide:hidden"> refused</span>
      </span>
    ),
  },
  { header: 'First seen', phone: 'hidden', cell: ({ firstAt }) => <RelativeTime at={firstAt} /> },
  { header: 'Last seen', phone: 'aside', cell: ({ lastAt }) => <RelativeTime at={lastAt} /> },
]
