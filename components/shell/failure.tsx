import { LinkButton } from '@/components/ui/link-button'
import { UnexpectedError } from '@/components/ui/unexpected-error'
import { routes } from '@/lib/routes'
import { Bare } from './bare'

/** What error.tsx is handed by Next. */
export type FailureProps = { error: unknown; retry: () => void }

/** A bug where there is no menu to stay: the console's own frame failed, or a page beside it. */
export function Failure({ error, retry }: FailureProps) {
  return (
    <Bare>
      <UnexpectedError
        error={error}
        retry={retry}
        actions={<LinkButton href={routes.overview()}>Open Overview</LinkButton>}
      />
    </Bare>
  )
}
