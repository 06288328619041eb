import type { Route } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

type Props = {
  beyond: boolean
  isFiltered: boolean
  first: Route
  /** What the record is of; absent for that of the whole tenant. */
  of?: 'client' | 'API'
}

/** Nothing recorded yet, nothing that the filter names, or a page after the last one. */
export function NoActivity({ beyond, isFiltered, first, of }: Props) {
  if (beyond)
    return (
      <EmptyState
        art="off"
        title="No changes on this page"
        actions={<LinkButton href={first}>Open the first page</LinkButton>}
      >
        <p>The record ends before it.</p>
      </EmptyState>
    )
  if (isFiltered)
    return (
      <EmptyState
        art="off"
        title="No change matches this filter"
        actions={<LinkButton href={routes.activity()}>Show everything</LinkButton>}
      >
        <p>Look for a client, an API or a scope by part of its name, or for a longer time.</p>
      </EmptyState>
    )
  if (of)
    return (
      <EmptyState art="off" title={`No change to this ${of} yet`}>
        <p>
          From now on every one stands here, made through this dashboard or elsewhere: who made it, when, and
          what was before and after.
        </p>
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
        Every change stands here, made through this dashboard or elsewhere: who made it, when, and what was
        before and after. Nothing is ever removed from this list.
      </p>
    </EmptyState>
  )
}
