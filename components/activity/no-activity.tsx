import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** Nothing recorded yet, or a page after the last one. */
export function NoActivity({ beyond }: { beyond: boolean }) {
  if (beyond)
    return (
      <EmptyState
        art="off"
        title="No changes on this page"
        actions={<LinkButton href={routes.activity()}>Open the first page</LinkButton>}
      >
        <p>The record ends before it.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="Nothing was changed yet"
      actions={
        <LinkButton kind="primary" href={routes.newClient()}>
          Create client
        </LinkButton>
      }
    >
      <p>
        Every change that is made through this dashboard stands here: who made it, when, and what was before
        and after. Nothing is ever removed from this list.
      </p>
    </EmptyState>
  )
}
