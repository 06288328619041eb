import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** There is no client that could call anything, or no API to call. */
export function NoAccess({ hasClients }: { hasClients: boolean }) {
  return (
    <EmptyState
      title="Nothing to grant yet"
      actions={
        hasClients ? (
          <LinkButton kind="primary" href={routes.newApi()}>
            Create API
          </LinkButton>
        ) : (
          <LinkButton kind="primary" href={routes.newClient()}>
            Create client
          </LinkButton>
        )
      }
      steps={[
        { title: 'Create clients', note: 'One for each service or job that will call an API: the rows.' },
        { title: 'Create APIs', note: 'With the scopes that they enforce: the columns.' },
        {
          title: 'Fill cells',
          note: 'They collect in a draft; you see its plan before anything is written.',
        },
      ]}
    >
      <p>Here every client stands beside every API, and a cell says what the one may do at the other.</p>
    </EmptyState>
  )
}
