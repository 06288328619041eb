import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { AcceptInput, CacheTrial, Caller, CallPart } from '../../lib/quickstarts/language.ts'
import type { Place } from './accept-trial.ts'
import type { KnownTenant } from './known-tenant.ts'
import type { Api } from './signer.ts'
import { type Environment, environment, startCommands, writeFile, writePart } from './workspace.ts'

/** Every caller replaces a token one minute before it expires; these have a few seconds until then. */
export const shortLifetime = 75
const untilReplaced = (shortLifetime - 60) * 1000

/**
 * Lets the caller get a token of its own and call the API, first with a secret that is wrong, then tries its
 * cache; resolves with what was wrong, in sentences.
 */
export async function tryCaller(
  place: Place,
  caller: Caller,
  { api, input }: { api: Api; input: AcceptInput },
  tenant: KnownTenant,
): Promise<string[]> {
  const client = await tenant.client(api, ['read:orders'])
  const part = caller.build({ ...input, client })
  const cwd = writePart(place.folder, place.name, part)
  const withSecret = (secret: string) =>
    environment(place.home, 'checked' in part.executed ? {} : part.executed.environment, {
      [part.secret]: secret,
    })

  const refused = await runCommands(part.run.text, cwd, withSecret('not-the-secret'))
  const complaints = refused.code === 0 ? ['a wrong secret ends the program as if all were well'] : []
  if (refused.said.includes('not-the-secret')) complaints.push(`the secret is printed: ${refused.said}`)

  const before = tenant.tokenRequestsOf(client.id)
  const { code, output, said } = await runCommands(part.run.text, cwd, withSecret(client.secret))
  if (code !== 0 || !sameJson(output, part.answer.text))
    return [
      ...complaints,
      `the program ended with ${code} and printed, instead of ${part.answer.text}:\n${said}`,
    ]
  const started = Date.now()

  const trial = part.cache
  if (!trial) return [...complaints, 'there is no way to try its token cache']
  const counted = () => tenant.tokenRequestsOf(client.id)
  const wrong =
    trial === 'starts'
      ? await tryStarts(part, cwd, withSecret(client.secret), { before, started, counted })
      : await tryProgram(trial, cwd, withSecret(client.secret), counted)
  return [...complaints, ...wrong]
}

type Counting = { before: number; started: number; counted: () => number }

/** Five starts at a time, of which the first lot shares the token that the program has got already. */
async function tryStarts(part: CallPart, cwd: string, env: Environment, counting: Counting) {
  const { before, started, counted } = counting
  const fiveStarts = () => Promise.all(Array.from({ length: 5 }, () => runCommands(part.run.text, cwd, env)))
  await fiveStarts()
  const shared = counted() - before
  await pause(started + untilReplaced - Date.now())
  const runs = await fiveStarts()
  const replaced = counted() - before
  if (runs.some(({ code }) => code !== 0))
    return [`starts at the same time fail:\n${runs.map(({ said }) => said).join('')}`]
  return complaintsAbout(shared, replaced)
}

async function tryProgram(
  { file, run }: Exclude<CacheTrial, 'starts'>,
  cwd: string,
  env: Environment,
  counted: () => number,
) {
  writeFile(cwd, file)
  const before = counted()
  const running = startCommands(run.text, cwd, env)
  const lines = createInterface(running.child.stdout)[Symbol.asyncIterator]()
  const tenCalls = async () => {
    running.child.stdin.write('again\n')
    if ((await lines.next()).done) throw new Error(`the trial of the cache ended:\n${running.said()}`)
  }
  try {
    await tenCalls()
    const first = Date.now()
    await tenCalls()
    const shared = counted() - before
    await pause(first + untilReplaced - Date.now())
    await tenCalls()
    return complaintsAbout(shared, counted() - before)
  } finally {
    await running.stop()
  }
}

function complaintsAbout(shared: number, replaced: number) {
  if (shared !== 1) return [`many calls make ${shared} token requests, not 1`]
  if (replaced !== 2)
    return [`a minute before the token expires, calls make ${replaced - shared} new token requests, not 1`]
  return []
}

async function runCommands(commands: string, cwd: string, env: Environment) {
  const running = startCommands(commands, cwd, env)
  running.child.stdin.end()
  const timer = setTimeout(running.stop, 60_000)
  const code = await running.exit
  clearTimeout(timer)
  return { code, output: running.output(), said: running.said() }
}

function sameJson(one: string, other: string) {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other))
  } catch {
    return false
  }
}
