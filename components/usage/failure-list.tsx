import { TriangleAlert } from 'lucide-react'
import { SectionHead } from '@/components/overview/section-head'
import { WordsText } from '@/components/tokens/words-text'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Failure } from '@/lib/observations/read/failures'
import { routes } from '@/lib/routes'
import { times } from './counts-text'
import { explainFailure } from './failure-words'

type Props = {
  failures: Failure[]
  /** Whose page it is: the other side is named in each row. */
  of: 'client' | 'api'
}

/** Why requests were refused, how often and when last, and where that is put right. */
export function FailureList({ failures, of }: Props) {
  if (failures.length === 0) return null
  return (
    <section aria-labelledby="refused" className="mt-8">
      <SectionHead id="refused" title="Refused requests" />
      <ul>
        {failures.map((failure) => (
          <Row key={`${failure.clientId} ${failure.api?.id} ${failure.reason}`} failure={failure} of={of} />
        ))}
      </ul>
    </section>
  )
}

function Row({ failure, of }: { failure: Failure; of: Props['of'] }) {
  const { what, mend } = explainFailure(failure)
  const { api, clientId, clientName, count, firstAt, lastAt } = failure
  return (
    <li className="flex gap-2.5 border-b border-line py-2.5">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5! flex-none text-warning" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {of === 'api' && (
          <Link href={routes.clientUsage(clientId)} className="font-medium no-underline hover:underline">
            {clientName ?? clientId}
          </Link>
        )}
        {of === 'client' && api && (
          <Link href={routes.apiUsage(api.id)} className="font-medium no-underline hover:underline">
            {api.name}
          </Link>
        )}
        <p className="text-ink-muted">
          <WordsText words={what} />
        </p>
        <p className="text-xs leading-[1.125rem] text-ink-faint">
          {count === 1 ? (
            <>
              Once, <RelativeTime at={lastAt} />
            </>
          ) : (
            <>
              {capital(times(count))}, the last <RelativeTime at={lastAt} />, the first{' '}
              <RelativeTime at={firstAt} />
            </>
          )}
        </p>
      </div>
      {mend && (
        <div className="flex-none">
          <LinkButton small href={mend.href}>
            {mend.label}
          </LinkButton>
        </div>
      )}
    </li>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
