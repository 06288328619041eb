import type { ReactNode } from 'react'
import type { AcceptPart } from '@/lib/quickstarts/quickstart'
import { Answer, Command, SecretCommand } from './command'
import { Step } from './step'

type Props = {
  part: AcceptPart
  /** The part's files, as they are shown. */
  files: ReactNode
}

/** Steps 1 to 3: an API that accepts this tenant's tokens. */
export function AcceptSteps({ part, files }: Props) {
  return (
    <>
      <Step number={1} title="Install what verifies tokens">
        {part.install && <Command label="install command" code={part.install} />}
      </Step>
      <Step number={2} title="Accept tokens of this tenant">
        {files}
      </Step>
      <Step number={3} title="See it refuse a request without a token">
        {part.secret && <SecretCommand variable={part.secret} secret="signing secret" />}
        <Command label="start command" code={part.run}>
          Start the API:
        </Command>
        <Command label="request without a token" code={part.request}>
          Call it from another terminal, without a token:
        </Command>
        <Answer code={part.answer}>It refuses:</Answer>
      </Step>
    </>
  )
}
