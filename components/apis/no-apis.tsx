import { Plus } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { type ApiFilter, apiQuery } from '@/lib/apis/list-filter'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'

/** Under the system API, while it is the only one: what an API is and what comes next. */
export function NoApis() {
  return (
    <EmptyState
      title="No API of your own yet"
      actions={
        <LinkButton kind="primary" href={routes.newApi()} icon={<Plus aria-hidden="true" />}>
          Create API
        </LinkButton>
      }
      steps={[
        {
          title: 'Create the API',
          note: 'A name, an identifier that becomes the audience of its tokens, and how they are signed.',
        },
        { title: 'Define its scopes', note: 'What a token may allow: read:orders, create:orders.' },
        { title: 'Authorize clients', note: 'A checkbox each, narrowed to a subset of the scopes.' },
        { title: 'Make it accept tokens', note: 'Quickstart has the code, with the values filled in.' },
      ]}
    >
      <p>
        An API is what clients ask tokens for. The Auth0 Management API is always there, because it manages
        this tenant; the APIs that you protect are created here.
      </p>
    </EmptyState>
  )
}

/** No API matches, or a page beyond the last. */
export function NoApiMatches({ filter, total }: { filter: ApiFilter; total: number }) {
  if (total > 0)
    return (
      <EmptyState
        art="off"
        title="Nothing on this page"
        actions={<LinkButton href={routes.apis(apiQuery(filter))}>Open the first page</LinkButton>}
      >
        <p>There are {formatNumber(total)} in all, on pages before this one.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      art="off"
      title="No API matches"
      actions={<LinkButton href={routes.apis()}>Show all APIs</LinkButton>}
    >
      <p>Names, identifiers, IDs and scopes were searched, within these filters.</p>
    </EmptyState>
  )
}
