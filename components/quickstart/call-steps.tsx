import type { ReactNode } from 'react'
import type { CallPart } from '@/lib/quickstarts/quickstart'
import { Answer, Command, SecretCommand } from './command'
import { Step } from './step'

type Props = {
  part: CallPart
  /** The number of the first step. */
  first: number
  /** Who calls: the picker, or how to authorize the first client. */
  caller: ReactNode
  /** The part's files, as they are shown. */
  files: ReactNode
  /** The client secret, to be revealed. */
  secret: ReactNode
}

/** The last two steps: a client that gets a token and calls the API with it. */
export function CallSteps({ part, first, caller, files, secret }: Props) {
  return (
    <>
      <Step number={first} title="Get a token as a client">
        {caller}
        {part.install && (
          <Command label="install command of the client" code={part.install}>
            In another terminal, where you began:
          </Command>
        )}
        {files}
      </Step>
      <Step number={first + 1} title="Call the API with it">
        {secret}
        <SecretCommand variable={part.secret} secret="client secret" />
        <Command label="run command" code={part.run}>
          Run the client:
        </Command>
        <Answer code={part.answer}>The API accepts the token and says whose it is:</Answer>
      </Step>
    </>
  )
}
