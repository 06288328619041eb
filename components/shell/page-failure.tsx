import { LinkButton } from '@/components/ui/link-button'
import { ToldError } from '@/components/ui/told-error'
import { UnexpectedError } from '@/components/ui/unexpected-error'
import { toldIn } from '@/lib/errors'
import { routes } from '@/lib/routes'
import type { FailureProps } from './failure'

/** The menu stays; what failed says so in the place of the page. */
export function PageFailure({ error, retry }: FailureProps) {
  const told = toldIn(error)
  const actions = <LinkButton href={routes.activity()}>Open Activity</LinkButton>
  return told ? (
    <ToldError told={told} retry={retry} actions={actions} />
  ) : (
    <UnexpectedError error={error} retry={retry} actions={actions} />
  )
}
