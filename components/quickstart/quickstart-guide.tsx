import type { ReactNode } from 'react'
import { SecretField } from '@/components/ui/secret-field'
import type { ActionResult } from '@/lib/action-state'
import type { AcceptInput, Quickstart } from '@/lib/quickstarts/quickstart'
import { AcceptSteps } from './accept-steps'
import { CallSteps } from './call-steps'
import { Files } from './files'
import { SigningNote } from './signing-note'

type Props = {
  apiId: string
  quickstart: Quickstart
  input: AcceptInput
  /** Client ID of the client that calls; none is authorized when it is absent. */
  client?: string
  caller: ReactNode
  /** Name of the file that the address asks for. */
  file?: string
  revealClientSecret?: () => Promise<ActionResult<string>>
}

/** Both halves of a quickstart: an API that accepts tokens, then a client that gets one and calls it. */
export function QuickstartGuide({
  apiId,
  quickstart,
  input,
  client,
  caller,
  file,
  revealClientSecret,
}: Props) {
  const accept = quickstart.accept?.(input)
  const call = quickstart.call({ ...input, client: { id: client ?? 'YOUR_CLIENT_ID' } })
  const address = { apiId, language: quickstart.slug, client, chosen: file }
  return (
    <div className="grid min-w-0 gap-6">
      <SigningNote input={input} />
      {accept && <AcceptSteps part={accept} files={<Files files={accept.files} {...address} />} />}
      <CallSteps
        part={call}
        first={accept ? 4 : 1}
        caller={caller}
        files={<Files files={call.files} {...address} />}
        secret={
          revealClientSecret && (
            <SecretField
              key={client}
              label="Client secret"
              reveal={revealClientSecret}
              hint="Fetched when you reveal it; that is recorded under Activity."
            />
          )
        }
      />
    </div>
  )
}
