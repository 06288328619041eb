import { ArrowKeys } from '@/components/ui/arrow-keys'
import { Link } from '@/components/ui/link'
import type { Language } from '@/lib/quickstarts/language'
import { type Address, hrefOf } from './address'

type Props = { languages: readonly Language[]; current: Language; address: Address }

/** The languages, each at its own address; one row that scrolls on a phone. The client stays chosen. */
export function LanguageTabs({ languages, current, address: { apiId, client } }: Props) {
  return (
    <nav
      aria-label="Language"
      className="wide:sticky wide:top-6 max-wide:relative max-wide:-mx-4 max-wide:mb-5 max-wide:overflow-x-auto max-wide:px-4 max-wide:[scrollbar-width:none]"
    >
      <ArrowKeys>
        <ul className="flex wide:grid wide:gap-0.5 max-wide:w-max max-wide:gap-1">
          {languages.map(({ slug, name }) => (
            <li key={slug}>
              <Link
                href={hrefOf({ apiId, client, language: slug })}
                scroll={false}
                aria-current={slug === current.slug ? 'page' : undefined}
                className="block rounded-md text-ink-muted no-underline hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink wide:-mx-2 wide:px-2 wide:py-[3px] max-wide:border max-wide:border-line max-wide:px-2.5 max-wide:py-[7px] max-wide:whitespace-nowrap max-wide:aria-[current]:border-control"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </ArrowKeys>
    </nav>
  )
}
