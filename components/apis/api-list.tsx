import { Plus } from 'lucide-react'
import { TransferMenu } from '@/components/transfer/transfer-menu'
import { FilterChip } from '@/components/ui/filter-chip'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { Selection } from '@/components/ui/selection'
import { type ApiFilter, apiQuery } from '@/lib/apis/list-filter'
import { routes } from '@/lib/routes'
import { ApiDock, type PlanApiBulk } from './api-dock'
import { type ApiRow, ApiTable } from './api-table'
import { NoApiMatches, NoApis } from './no-apis'

type Props = {
  apis: ApiRow[]
  filter: ApiFilter
  /** From 1. */
  page: number
  perPage: number
  total: number
  /** Plans the same for many APIs. */
  bulk: PlanApiBulk
}

/** The list, on its own page and under the dialog that creates an API. */
export function ApiList({ apis, filter, page, perPage, total, bulk }: Props) {
  const narrowed = Boolean(filter.text || filter.algorithm)
  const noneOfOwn = !narrowed && apis.length === total && apis.every(({ isSystem }) => isSystem)
  const { q, alg, ...order } = apiQuery(filter)
  const query = Object.fromEntries(Object.entries({ q, alg }).flatMap(([k, v]) => (v ? [[k, v]] : [])))
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
      {!noneOfOwn && (
        <div className="mb-2 flex flex-wrap items-center gap-2">
          <SearchForm
            label="Search APIs"
            action={routes.apis()}
            text={filter.text}
            also={{ alg, ...order }}
          />
          {filter.algorithm && (
            <FilterChip
              field="Algorithm"
              value={filter.algorithm}
              without={routes.apis(apiQuery({ ...filter, algorithm: undefined }))}
            />
          )}
        </div>
      )}
      <Selection key={JSON.stringify(query)}>
        <ApiTable
          apis={apis}
          filter={filter}
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
