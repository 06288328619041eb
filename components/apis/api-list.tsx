import { Plus } from 'lucide-react'
import { TransferMenu } from '@/components/transfer/transfer-menu'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Selection } from '@/components/ui/selection'
import { type ApiFilter, apiQuery, isNarrowed } from '@/lib/apis/list-filter'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import { type AccessLine, ApiAccess } from './api-access'
import { ApiDock, type PlanApiBulk } from './api-dock'
import { ApiFilters } from './api-filters'
import { type ApiRow, ApiTable } from './api-table'
import { NoApiMatches, NoApis } from './no-apis'

type Props = {
  apis: ApiRow[]
  /** Since when every token was seen; null when none can be. */
  since: string | null
  filter: ApiFilter
  /** Which rows are open, and the first clients of each, by identifier. */
  opened: { ids: string[]; access: Record<string, AccessLine[]> }
  /** From 1. */
  page: number
  perPage: number
  total: number
  /** Plans the same for many APIs. */
  bulk: PlanApiBulk
}

/** The list, on its own page and under the dialog that creates an API. */
export function ApiList({ apis, since, filter, opened, page, perPage, total, bulk }: Props) {
  const narrowed = isNarrowed(filter)
  const noneOfOwn = !narrowed && apis.length === total && apis.every(({ isSystem }) => isSystem)
  const { sort: _, order: __, ...narrowing } = apiQuery(filter)
  const query = Object.fromEntries(Object.entries(narrowing).flatMap(([k, v]) => (v ? [[k, v]] : [])))
  return (
    <div data-wide>
      <PageHead
        title="APIs"
        sub="What clients ask tokens for. Each has an identifier, scopes and a signing algorithm."
        actions={
          <>
            <TransferMenu />
            {!noneOfOwn && (
              <LinkButton kind="primary" href={routes.newApi()} icon={<Plus aria-hidden="true" />}>
                Create API
              </LinkButton>
            )}
          </>
        }
      />
      {!noneOfOwn && <ApiFilters filter={filter} since={since} />}
      <p role="status" className="sr-only">
        {narrowed ? `${formatNumber(total)} APIs match` : ''}
      </p>
      <Selection key={JSON.stringify(query)}>
        <ApiTable
          apis={apis}
          since={since}
          filter={filter}
          page={page}
          panels={Object.fromEntries(
            apis
              .filter(({ id }) => opened.ids.includes(id))
              .map((api) => [
                api.id,
                <ApiAccess key={api.id} api={api} access={opened.access[api.identifier] ?? []} />,
              ]),
          )}
          empty={narrowed ? <NoApiMatches total={total} filter={filter} /> : null}
        />
        {noneOfOwn ? (
          <NoApis />
        ) : (
          <Pager
            page={page - 1}
            perPage={perPage}
            total={total}
            href={(index) => routes.apis({ ...apiQuery(filter), page: index === 0 ? undefined : index + 1 })}
          />
        )}
        <ApiDock total={total} query={query} narrowed={narrowed} plan={bulk} />
      </Selection>
    </div>
  )
}
