'use client'

import { Bare } from '@/components/shell/bare'
import { LinkButton } from '@/components/ui/link-button'
import { UnexpectedError } from '@/components/ui/unexpected-error'
import { routes } from '@/lib/routes'

type Props = { error: unknown; retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
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
