import { Plus } from 'lucide-react'
import { TransferMenu } from '@/components/transfer/transfer-menu'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import type { ListedApi } from '@/lib/apis/api'
import { routes } from '@/lib/routes'
import { ApiTable } from './api-table'
import { NoApis } from './no-apis'

type Props = {
  apis: ListedApi[]
  /** From 1. */
  page: number
  perPage: number
  total: number
}

/** The list, on its own page and under the dialog that creates an API. */
export function ApiList({ apis, page, perPage, total }: Props) {
  const noneOfOwn = apis.length === total && apis.every(({ isSystem }) => isSystem)
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
      <ApiTable apis={apis} empty={null} />
      {noneOfOwn ? (
        <NoApis />
      ) : (
        <Pager
          page={page - 1}
          perPage={perPage}
          total={total}
          href={(index) => routes.apis({ page: index === 0 ? undefined : index + 1 })}
        />
      )}
    </div>
  )
}
