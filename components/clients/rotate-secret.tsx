'use client'

import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { SettingsGroup } from '@/components/ui/settings-group'
import type { ActionResult } from '@/lib/action-state'
import type { Client } from '@/lib/clients/client'
import type { CallerUse } from '@/lib/observations/read/callers'
import { callersToMove } from './callers-to-move'
import { type ClientImpact, tokensLiveUntil } from './client-impact'
import { NewSecretDialog } from './new-secret-dialog'

type Props = {
  client: Client
  impact: ClientImpact
  /** Who was seen to ask for tokens in its name. */
  callers: CallerUse[]
  issuer: string
  /** Resolves with the new secret. */
  rotate: () => Promise<ActionResult<string>>
}

/** Replaces the secret: what that means, the question, and the new one. */
export function RotateSecret({ client, impact, callers, issuer, rotate }: Props) {
  const [asking, setAsking] = useState(false)
  const [secret, setSecret] = useState<string>()
  return (
    <SettingsGroup title="Rotate">
      {client.protectedBecause ? (
        <p className="text-ink-muted">
          {client.protectedBecause} A new secret would lock it out, so the secret is not rotated here.
        </p>
      ) : (
        <>
          <p className="text-ink-muted">
            A client has one secret, so a new one replaces it at once. The old one cannot be restored.
          </p>
          <div>
            <Button icon={<RotateCw aria-hidden="true" />} onClick={() => setAsking(true)}>
              Rotate secret…
            </Button>
          </div>
        </>
      )}
      {asking && (
        <ConfirmDialog
          title={`Rotate the secret of ${client.name}?`}
          lead={`The old secret is refused at once. Until the new one is in place, ${client.name} gets no token.`}
          facts={[
            ...callersToMove(callers, new Date()),
            { term: 'Goes on working', value: tokensLiveUntil(impact) },
            { term: 'No way back', value: 'The old secret cannot be restored.' },
          ]}
          verb="Rotate secret"
          busyVerb="Rotating"
          action={rotate}
          onDone={setSecret}
          onClose={() => setAsking(false)}
        />
      )}
      {secret !== undefined && (
        <NewSecretDialog
          client={client}
          issuer={issuer}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </SettingsGroup>
  )
}
