import { AccessEnds } from '@/components/usage/access-ends'
import type { describeDone } from './access'
import type { GrantApi, GrantSubject } from './grant-subject'
import type { SeenTokens } from './seen-tokens'

type Props = Pick<ReturnType<typeof describeDone>, 'detail' | 'ends'> & {
  api: GrantApi
  subject: GrantSubject
  read: SeenTokens['read']
}

/** One detail of what was done and, where something was taken away, when that really ends. */
export function DoneDetail({ detail, ends, api, subject: { clientId }, read }: Props) {
  return (
    <>
      {detail}{' '}
      {ends && (
        <AccessEnds
          what={ends}
          lifetime={api.tokenLifetime}
          read={() => read({ clientId, audience: api.identifier })}
        />
      )}
    </>
  )
}
