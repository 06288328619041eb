import type { Metadata } from 'next'
import { ErrorState } from '@/components/ui/error-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

export const metadata: Metadata = { title: 'Client not found' }

export default function ClientNotFound() {
  return (
    <ErrorState
      title="There is no such client"
      actions={
        <>
          <LinkButton kind="primary" href={routes.clients()}>
            Open Clients
          </LinkButton>
          <LinkButton href={routes.activity()}>Look under Activity</LinkButton>
        </>
      }
    >
      <p>
        The tenant knows no client with the ID in this address. It was deleted, here or elsewhere, or the
        address was mistyped. Activity says who deleted what through this dashboard.
      </p>
    </ErrorState>
  )
}
