import { Button } from '@/components/ui/button'
import { FilterField } from '@/components/ui/filter-field'
import { Link } from '@/components/ui/link'
import { routes } from '@/lib/routes'

type Props = { query: { q: string; person: string; span: string }; authors: string[] }

/** Narrows Activity by its address, so that it works without JavaScript and can be sent to a colleague. */
export function ActivityFilters({ query, authors }: Props) {
  const isNarrowed = query.q || query.person || query.span
  const known = query.person && !authors.includes(query.person) ? [...authors, query.person] : authors
  return (
    <form action={routes.activity()} className="mb-5 flex flex-wrap items-center gap-2">
      <FilterField label="Client, API or scope" name="q" defaultValue={query.q} />
      <select name="person" aria-label="Person" defaultValue={query.person} className={choice}>
        <option value="">Everybody</option>
        {known.map((author) => (
          <option key={author}>{author}</option>
        ))}
      </select>
      <select name="span" aria-label="Time" defaultValue={query.span} className={choice}>
        <option value="">Any time</option>
        <option value="day">Last 24 hours</option>
        <option value="week">Last 7 days</option>
        <option value="month">Last 30 days</option>
      </select>
      <Button type="submit">Filter</Button>
      {isNarrowed && (
        <Link href={routes.activity()} className="px-1">
          Show everything
        </Link>
      )}
    </form>
  )
}

const choice =
  'h-8 max-w-60 cursor-pointer truncate rounded-md border border-control bg-raised px-2.5 text-ink hover:border-ink-muted max-wide:h-10 max-wide:w-full max-wide:max-w-full max-wide:text-lg [&>option]:bg-raised'
