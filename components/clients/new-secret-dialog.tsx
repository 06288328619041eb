'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { fixedBox } from '@/components/ui/field'
import type { Client } from '@/lib/clients/client'
import { envFile, saveFile } from './env-file'

type Props = { client: Client; issuer: string; secret: string; onClose: () => void }

/** The new secret, shown once: closing it takes it from the page. */
export function NewSecretDialog({ client, issuer, secret, onClose }: Props) {
  const [since] = useState(() => new Date().toLocaleTimeString('en-GB'))
  return (
    <Dialog
      title={`New secret of ${client.name}`}
      lead={`The old one is refused since ${since}. Put this one in place wherever ${client.name} runs.`}
      wide
      onClose={onClose}
      footer={
        <>
          <Button
            icon={<Download aria-hidden="true" />}
            onClick={() =>
              saveFile(
                `${client.id}.env`,
                envFile({ domain: new URL(issuer).host, clientId: client.id, secret }),
              )
            }
          >
            Save as .env
          </Button>
          <Button kind="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div>
        {/* biome-ignore lint/a11y/useSemanticElements: one read-only value is not a fieldset */}
        <div role="group" aria-label="New client secret" className={fixedBox}>
          <code className="min-w-0 flex-1 py-1.5 wrap-anywhere">{secret}</code>
          <CopyButton value={secret} label="Copy new client secret" />
        </div>
        <p className="mt-1.5 text-xs text-ink-faint">
          When this closes, it leaves the page; Reveal under Credentials fetches it again and is recorded.
        </p>
      </div>
    </Dialog>
  )
}
