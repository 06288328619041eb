import { type Code, code } from './code.ts'
import type { AcceptPart, CallPart } from './language.ts'

/** Where the files of a part lie, so that an API and its caller can stand side by side. */
export type Folder = 'api' | 'client'

const goTo = (folder: Folder) => `mkdir -p ${folder} && cd ${folder}`

type CommandsOf = Pick<AcceptPart | CallPart, 'install' | 'run' | 'secret'>

/** From where the person begins: makes the part's folder, goes there, installs. */
export const setUp = (folder: Folder, { install }: CommandsOf): Code =>
  install ? code`${goTo(folder)}\n${install}` : code`${goTo(folder)}`

/** In the part's folder: reads the secret into the environment, if there is one, and starts the program. */
export const start = ({ secret, run }: CommandsOf): Code =>
  secret ? code`set -a; . ./.env; set +a\n${run}` : run
