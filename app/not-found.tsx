import type { Metadata } from 'next'
import { Bare } from '@/components/shell/bare'
import { ErrorState } from '@/components/ui/error-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Bare>
      <ErrorState
        title="There is nothing at this address"
        checks={[
          'Was it deleted? Activity says when, and by whom.',
          'Was the address typed? Compare it with the menu.',
        ]}
        actions={
          <>
            <LinkButton kind="primary" href={routes.overview()}>
              Open Overview
            </LinkButton>
            <LinkButton href={routes.activity()}>Open Activity</LinkButton>
          </>
        }
      >
        <p>No page, client or API has this address. Nothing was changed.</p>
      </ErrorState>
    </Bare>
  )
}
