import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'
import type { KeptRefusal } from '@/lib/transfer/refusals'
import { VerdictList } from './verdict-list'

/** What of an import is not among the changes of its set, by line; nothing where all of it is. */
export function LeftOut({ refusals }: { refusals: KeptRefusal[] }) {
  if (refusals.length === 0) return null
  const [things, were] = refusals.length === 1 ? ['1 thing', 'was'] : [`${refusals.length} things`, 'were']
  return (
    <section aria-label="Not taken from the import" className="mb-5 border-b border-line-strong pb-4">
      <Banner
        tone="warning"
        title={`${things} of the import ${were} not taken.`}
        action={
          <LinkButton small href={routes.import()}>
            Back to import
          </LinkButton>
        }
      >
        Everything else is here. What was left out, by line:
      </Banner>
      <div className="mt-2 max-h-60 overflow-y-auto">
        <VerdictList
          label="Left out"
          verdicts={refusals.map((refusal) => ({ ...refusal, outcome: 'refused' }))}
        />
      </div>
    </section>
  )
}
