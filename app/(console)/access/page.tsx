import type { Metadata } from 'next'
import { AccessMatrix } from '@/components/access/access-matrix'
import { AccessMenu } from '@/components/access/access-menu'
import { NoAccess } from '@/components/access/no-access'
import { Mirrored } from '@/components/mirror/mirrored'
import { PageHead } from '@/components/ui/page-head'
import { reviewDraft, saveDraft } from '@/lib/access/actions'
import { matrixFilter } from '@/lib/access/filter'
import { readAccessPicture, readFirstRows, readMatrixDraft } from '@/lib/access/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'

export const metadata: Metadata = { title: 'Access' }

export default async function AccessPage({ searchParams }: PageProps<'/access'>) {
  const filter = matrixFilter(await searchParams)
  const [{ picture }, first, draft, status] = await Promise.all([
    readAccessPicture(),
    readFirstRows(filter),
    readMatrixDraft(),
    getMirrorStatus(),
  ])
  const ready = picture.clients.length > 0 && picture.apis.length > 0
  return (
    <div data-wide>
      <PageHead
        title="Access"
        sub="Which client may call which API with which scopes. Edits collect in a draft until you apply them."
        actions={<AccessMenu />}
      />
      <Mirrored status={status} refresh={refreshMirror}>
        {ready ? (
          <AccessMatrix
            first={first}
            filter={filter}
            draft={draft}
            reading={crypto.randomUUID()}
            save={saveDraft}
            review={reviewDraft}
          />
        ) : (
          <NoAccess hasClients={picture.clients.length > 0} />
        )}
      </Mirrored>
    </div>
  )
}
