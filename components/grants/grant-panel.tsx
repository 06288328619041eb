import { Infinity as Always, Clock } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { AccessEnds } from '@/components/usage/access-ends'
import type { Access } from '@/lib/grants/grant'
import type { GrantApi, GrantSubject } from './grant-subject'
import { ScopePicker } from './scope-picker'
import type { SeenTokens } from './seen-tokens'

type Props = {
  api: GrantApi
  subject: GrantSubject
  access: Access
  /** The client's last token for the API. */
  read: SeenTokens['read']
  onScopes: (change: (scope: string[]) => string[]) => void
}

/** What a row opens to: the scopes of the client, and what a change of them means. */
export function GrantPanel({ api, subject, access, read, onScopes }: Props) {
  return (
    <div className="pt-1 pr-3 pb-3.5 pl-23 max-wide:pr-4 max-wide:pl-15">
      {access.allScopes && (
        <Note icon={<Always aria-hidden="true" />}>
          This grant holds every scope {api.name} defines, also those it will define later. Picking scopes one
          by one replaces it by a fixed list.{' '}
          {!subject.lockedBecause && (
            <Button small onClick={() => onScopes((scope) => scope)}>
              Pick scopes
            </Button>
          )}
        </Note>
      )}
      {api.scopes.length === 0 && !access.scope.length ? (
        <p className="text-ink-muted">
          {api.name} defines no scopes yet. Its tokens carry none; define them on the Scopes tab.
        </p>
      ) : (
        <ScopePicker
          legend={`Scopes of ${subject.name} on ${api.name}`}
          scopes={api.scopes}
          isSystemApi={api.isSystem}
          access={access}
          readOnly={access.allScopes || subject.lockedBecause !== undefined}
          onChange={onScopes}
        />
      )}
      <Note icon={<Clock aria-hidden="true" />}>
        A change is in the next token. A scope taken away stays in those issued before.{' '}
        <AccessEnds
          what="scope"
          lifetime={api.tokenLifetime}
          read={() => read({ clientId: subject.clientId, audience: api.identifier })}
        />
      </Note>
    </div>
  )
}

function Note({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="mt-2.5 flex gap-2 text-xs text-ink-muted [&>svg]:mt-px [&>svg]:size-3.5 [&>svg]:text-ink-faint">
      {icon}
      <p className="min-w-0">{children}</p>
    </div>
  )
}
