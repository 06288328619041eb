import { type ParseArgsConfig, parseArgs } from 'node:util'
import { StartError } from './start-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** The options of a command line; an unknown or malformed one is a StartError that names it. */
export const readArguments = <const O extends Options>(args: string[], options: O) =>
  complaining(() => parseArgs({ args, options, strict: true }).values)

/** The options of a command line and the words beside them, of which there must be as many as `names`. */
export function readWords<const O extends Options>(args: string[], options: O, names: string[]) {
  const { values, positionals } = complaining(() =>
    parseArgs({ args, options, strict: true, allowPositionals: true }),
  )
  if (positionals.length === names.length) return { values, words: positionals }
  throw new StartError(
    `This command takes ${names.join(' and ') || 'no words'}, not "${positionals.join(' ')}".`,
  )
}

function complaining<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (error instanceof TypeError) throw new StartError(error.message)
    throw error
  }
}

/** A TCP port from a flag or an environment variable, whose name is needed for the complaint. */
export function readPort(text: string, name: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartError(`${name} must be a port between 1 and 65535, not "${text}".`)
  }
  return port
}
