import { type ParseArgsConfig, parseArgs } from 'node:util'
import { StartError } from './start-error.ts'

/** The options of a command line; an unknown or malformed one is a StartError that names it. */
export function readArguments<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: O,
) {
  try {
    return parseArgs({ args, options, strict: true }).values
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
