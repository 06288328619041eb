import type { ReactNode } from 'react'
import { setUp, start } from '@/lib/quickstarts/commands'
import type { AcceptPart } from '@/lib/quickstarts/language'
import { Answer, Command } from './command'
import { Step } from './step'

type Props = {
  part: AcceptPart
  /** The part's files, as they are shown. */
  files: ReactNode
  /** The file with the signing secret, where the API needs it. */
  env?: ReactNode
}

/** Steps 1 to 3: an API that accepts this tenant's tokens. */
export function AcceptSteps({ part, files, env }: Props) {
  return (
    <>
      <Step number={1} title="Install what verifies tokens">
        <Command label="install command" code={setUp('api', part)} />
      </Step>
      <Step number={2} title="Accept tokens of this tenant">
        {files}
        {env}
      </Step>
      <Step number={3} title="See it refuse a request without a token">
        <Command label="start command" code={start(part)}>
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
