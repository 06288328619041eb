import type { ReactNode } from 'react'
import { SecretField } from '@/components/ui/secret-field'
import type { ActionResult } from '@/lib/action-state'
import { exampleUrl } from '@/lib/quickstarts/example'
import type { AcceptInput, Part, Quickstart } from '@/lib/quickstarts/quickstart'
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
  const address = { apiId, language: quickstart.slug, client }
  const files = ({ files, executed }: Part) => (
    <Files files={files} executed={executed} chosen={file} address={address} />
  )
  return (
    <div className="grid min-w-0 grid-cols-1 gap-7">
      <SigningNote input={input} />
      {accept && <AcceptSteps part={accept} files={files(accept)} />}
      {!accept && (
        <p className="text-ink-muted">
          This calls the example API of any other language here, at <code>{exampleUrl(input)}</code>: start it
          first, or put the address of your own API in its place.
        </p>
      )}
      <CallSteps
        part={call}
        first={accept ? 4 : 1}
        caller={caller}
        files={files(call)}
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
