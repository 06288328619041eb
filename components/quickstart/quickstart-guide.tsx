import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import type { ActionResult } from '@/lib/action-state'
import type { Parts } from '@/lib/quickstarts/build'
import type { Choice } from '@/lib/quickstarts/choice'
import { exampleUrl } from '@/lib/quickstarts/example'
import type { AcceptInput } from '@/lib/quickstarts/language'
import { AcceptSteps } from './accept-steps'
import type { Address } from './address'
import { CallSteps } from './call-steps'
import { Choices } from './choices'
import { EnvFile } from './env-file'
import { Files } from './files'
import { SigningNote } from './signing-note'

type Props = {
  choice: Choice
  parts: Parts
  input: AcceptInput
  address: Address
  /** Which client the code speaks for. */
  caller: ReactNode
  revealSigningSecret: () => Promise<ActionResult<string>>
  revealClientSecret?: () => Promise<ActionResult<string>>
}

/** Both halves of a quickstart: an API that accepts tokens, then a client that gets one and calls it. */
export function QuickstartGuide({ choice, parts, input, address, caller, ...reveal }: Props) {
  const { language, acceptor: chosen, caller: calling } = choice
  const { accept, cannot, call } = parts
  return (
    <div className="grid min-w-0 grid-cols-1 gap-7">
      <SigningNote input={input} />
      <Choices
        label="Framework"
        address={address}
        choices={language.accept.map(({ slug, framework }) => ({
          label: framework,
          current: slug === chosen?.slug,
          change: { framework: slug },
        }))}
      />
      {cannot && <Banner title={`Not with ${input.api.signingAlgorithm}.`}>{cannot}</Banner>}
      {accept && (
        <AcceptSteps
          part={accept}
          files={<Files folder="api" part={accept} address={address} />}
          env={
            accept.secret && (
              <EnvFile
                path="api/.env"
                variable={accept.secret}
                secret="signing secret"
                reveal={reveal.revealSigningSecret}
              />
            )
          }
        />
      )}
      {!accept && (
        <p className="text-ink-muted">
          This calls the example API of any other language here, at <code>{exampleUrl(input)}</code>: start it
          first, or put the address of your own API in its place.
        </p>
      )}
      {call && (
        <CallSteps
          part={call}
          first={accept ? 4 : 1}
          choices={
            <>
              {caller}
              <Choices
                label="Library"
                address={address}
                choices={language.call.map(({ slug, name }) => ({
                  label: name,
                  current: slug === calling?.slug,
                  change: { caller: slug },
                }))}
              />
            </>
          }
          files={<Files folder="client" part={call} address={address} />}
          env={
            <EnvFile
              key={address.client}
              path="client/.env"
              variable={call.secret}
              secret="client secret"
              reveal={reveal.revealClientSecret}
            />
          }
        />
      )}
      {!call && (
        <p className="text-ink-muted">
          {language.name} only accepts tokens here: any other language shows how a client gets one and calls{' '}
          <code>{exampleUrl(input)}</code>.
        </p>
      )}
    </div>
  )
}
