import { setTimeout as pause } from 'node:timers/promises'
import { decodeJwt } from 'jose'
import { exampleScope, exampleUrl } from '../../lib/quickstarts/example.ts'
import type { AcceptInput, Acceptor, AcceptPart } from '../../lib/quickstarts/language.ts'
import { freePort } from '../free-port.ts'
import { type Attempt, attempts, type Means } from './attempts.ts'
import type { KnownTenant } from './known-tenant.ts'
import type { Api } from './signer.ts'
import { judge } from './verdict.ts'
import { environment, startCommands, writePart } from './workspace.ts'

/** A compiler that starts for the first time on two cores needs most of it. */
const startsWithin = 120_000

export type Place = { folder: string; home: string; name: string }

/** Its own, a verifier's beside it, and that of what is behind a gateway. */
const portsOfAnApi = 3

/** An example API that listens: its address, what it was filled with, and how to end it. */
export async function startApi(place: Place, acceptor: Acceptor, api: Api, issuer: string) {
  const input: AcceptInput = { api, issuer, port: await freePort(portsOfAnApi) }
  const part = acceptor.build(input)
  const cwd = writePart(place.folder, place.name, part)
  const env = environment(place.home, 'checked' in part.executed ? {} : part.executed.environment, {
    ...(part.secret && { [part.secret]: api.signingSecret ?? '' }),
  })
  const running = startCommands(part.run.text, cwd, env)
  const url = exampleUrl(input)
  const deadline = Date.now() + startsWithin
  while (!(await answers(url))) {
    if (running.child.exitCode !== null || Date.now() > deadline) {
      await running.stop()
      throw new Error(`did not start:\n${running.said()}`)
    }
    await pause(50)
  }
  return { url, input, part, said: running.said, stop: running.stop }
}

/** What is behind a gateway may start after it. */
const answers = (url: string) =>
  fetch(url).then(
    (response) => response.arrayBuffer().then(() => response.status < 500),
    () => false,
  )

/** Starts the API and sends it everything; resolves with what was wrong, in sentences. */
export async function tryAcceptor(place: Place, acceptor: Acceptor, means: Means, tenant: KnownTenant) {
  const started = await startApi(place, acceptor, means.api, tenant.issuer)
  try {
    const context = {
      caller: String(decodeJwt(means.good).sub),
      scope: exampleScope(started.input),
      secrets: [means.good, means.api.signingSecret ?? means.good],
    }
    const complaints: string[] = []
    for (const attempt of attempts) {
      if (attempt.scoped && means.api.scopes.length === 0) continue
      const complaint = judge(await send(started.url, attempt, means), attempt.expected, context)
      if (complaint) complaints.push(`${attempt.name}: ${complaint}`)
    }
    complaints.push(...(await differsFromPromise(started.url, started.part)))
    return complaints.length > 0 ? [...complaints, `it said: ${started.said().slice(0, 2000)}`] : []
  } finally {
    await started.stop()
  }
}

async function send(url: string, { authorization }: Attempt, means: Means) {
  const header = await authorization(means)
  const response = await fetch(url, {
    headers: header ? { authorization: header } : {},
    signal: AbortSignal.timeout(30_000),
  })
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    body: await response.text(),
  }
}

/** The screen says what a request without a token is answered with; `…` there stands for more of the same. */
async function differsFromPromise(url: string, { answer }: AcceptPart) {
  const response = await fetch(url)
  const header = `WWW-Authenticate: ${response.headers.get('www-authenticate')}`
  const [status = '', challenge = ''] = answer.text.split('\n')
  const promised = challenge.endsWith('…') ? header.startsWith(challenge.slice(0, -1)) : header === challenge
  if (status.startsWith(`HTTP/1.1 ${response.status} `) && promised) return []
  return [`the screen promises "${challenge}" and the API answers ${response.status} "${header}"`]
}
