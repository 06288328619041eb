import type { ReactNode } from 'react'
import { setUp, start } from '@/lib/quickstarts/commands'
import type { CallPart } from '@/lib/quickstarts/language'
import { Answer, Command } from './command'
import { Step } from './step'

type Props = {
  part: CallPart
  /** The number of the first step. */
  first: number
  /** Who calls and with what: the pickers, or how to authorize the first client. */
  choices: ReactNode
  /** The part's files, as they are shown. */
  files: ReactNode
  /** The file with the client secret. */
  env: ReactNode
}

/** The last two steps: a client that gets a token and calls the API with it. */
export function CallSteps({ part, first, choices, files, env }: Props) {
  return (
    <>
      <Step number={first} title="Get a token as a client">
        {choices}
        <Command label="install command of the client" code={setUp('client', part)}>
          {first === 1 ? 'Make a folder for it:' : 'In another terminal, where you began:'}
        </Command>
        {files}
        {env}
      </Step>
      <Step number={first + 1} title="Call the API with it">
        <Command label="run command" code={start(part)}>
          Run the client:
        </Command>
        <Answer code={part.answer}>The API accepts the token and says whose it is:</Answer>
      </Step>
    </>
  )
}
