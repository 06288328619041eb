import { Link } from '@/components/ui/link'
import type { Quickstart } from '@/lib/quickstarts/quickstart'
import { routes } from '@/lib/routes'

type Props = {
  apiId: string
  quickstarts: readonly Quickstart[]
  current: Quickstart
  /** The client that the address chose, kept from language to language. */
  client?: string
}

/** The languages, each at its own address; one row that scrolls on a phone. */
export function LanguageList({ apiId, quickstarts, current, client }: Props) {
  return (
    <nav
      aria-label="Language and framework"
      className="wide:sticky wide:top-6 max-wide:relative max-wide:-mx-4 max-wide:mb-5 max-wide:overflow-x-auto max-wide:px-4 max-wide:[scrollbar-width:none]"
    >
      <ul className="flex wide:grid wide:gap-2.5 max-wide:w-max max-wide:gap-1">
        {quickstarts.map(({ slug, language, framework }) => (
          <li key={slug}>
            <span aria-hidden="true" className="mb-0.5 block text-xs text-ink-faint max-wide:hidden">
              {language}
            </span>
            <Link
              href={routes.apiQuickstart(apiId, { language: slug, client })}
              scroll={false}
              aria-current={slug === current.slug ? 'page' : undefined}
              className="block rounded-md text-ink-muted no-underline hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink wide:-mx-2 wide:px-2 wide:py-[3px] max-wide:border max-wide:border-line max-wide:px-2.5 max-wide:py-[7px] max-wide:whitespace-nowrap max-wide:aria-[current]:border-control"
            >
              <span className="sr-only">{language}, </span>
              {framework}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
