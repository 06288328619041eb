import { setTimeout as pause } from 'node:timers/promises'
import { generateSessionCookie } from '@auth0/nextjs-auth0/testing'
import { type APIRequestContext, request } from '@playwright/test'
import { knownCredentials } from '../bin/known-credentials.ts'
import { runGrantboard } from '../bin/run-grantboard.ts'
import { callAction } from '../e2e/server-actions.ts'
import { managementCaller } from './management-caller.ts'

/**
 * What the tenant allows, by its rate limits. A change of this benchmark is a new grant, which takes one call; one
 * that updates or revokes takes two, since it reads first what it changes.
 */
const limits = [
  { name: 'free', changes: 200, callsIn: (seconds: number) => 2 * seconds },
  {
    name: 'paid',
    changes: 1000,
    callsIn: (seconds: number) => Math.min(50 * seconds, 1000 + 16.7 * seconds),
  },
  { name: 'off', changes: 1000, callsIn: () => undefined },
]
const apisPerTenant = 25

/** How fast the queue applies new grants beside what the tenant's limit allows in that time. The bar is 0.95. */
export async function measureChangeSets() {
  const rows = []
  for (const { name, changes, callsIn } of limits) {
    const { seconds, applied } = await apply(name, changes)
    const allowed = callsIn(seconds)
    rows.push({
      limit: name,
      changes,
      applied,
      seconds: seconds.toFixed(1),
      'calls/s': (changes / seconds).toFixed(1),
      'of the limit': allowed ? (changes / allowed).toFixed(2) : 'no limit',
    })
  }
  return rows
}

async function apply(limit: string, count: number) {
  const credentials = knownCredentials()
  const grantboard = await runGrantboard({ ...credentials, TENANT_RATE_LIMITS: limit })
  const admin = await signedIn(grantboard, credentials.TENANT_ADMIN_EMAIL)
  try {
    const put = await newGrants({ tenantUrl: grantboard.tenantUrl, credentials }, count)
    const draft = await callAction(admin, 'saveDraft', [{ put, out: [] }], (path) => path)
    const setId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(draft.text)?.[0] ?? ''
    const ofSet = (path: string) => path.replace('[setId]', setId)
    await callAction(admin, 'applyChangeSet', [{ setId, reason: '' }], ofSet)
    for (;;) {
      const { state, steps } = await progressOf(admin, setId)
      if (state !== 'applying') return { seconds: timeOf(steps), applied: countOf(steps) }
      await pause(500)
    }
  } finally {
    await admin.dispose()
    await grantboard.stop()
  }
}

type Step = { id: number; state: string; at: string }

const progressOf = async (
  admin: APIRequestContext,
  setId: string,
): Promise<{ state: string; steps: Step[] }> => (await admin.get(`/changes/${setId}/progress?since=0`)).json()

const countOf = (steps: Step[]) =>
  new Set(steps.filter(({ state }) => state === 'applied').map(({ id }) => id)).size

function timeOf(steps: Step[]) {
  const times = steps.map(({ at }) => Date.parse(at))
  return (Math.max(...times) - Math.min(...times)) / 1000
}

async function signedIn({ url, sessionSecret }: { url: string; sessionSecret: string }, email: string) {
  const user = { sub: `auth0|${email}`, email, email_verified: true, name: email }
  const value = await generateSessionCookie({ user }, { secret: sessionSecret })
  return request.newContext({ baseURL: url, extraHTTPHeaders: { cookie: `__session=${value}` } })
}

/** A grant of every client for every API, none of which is there yet. */
async function newGrants(context: Parameters<typeof managementCaller>[0], count: number) {
  const call = await managementCaller(context)
  const make = async <Made>(path: string, body: object): Promise<Made> => {
    for (;;) {
      try {
        return await call<Made>('POST', path, body)
      } catch (error) {
        if (!String(error).includes('answered 429')) throw error
        await pause(250)
      }
    }
  }
  const audiences = Array.from({ length: apisPerTenant }, () => `https://${crypto.randomUUID()}.example/`)
  for (const identifier of audiences)
    await make('resource-servers', { name: 'API', identifier, scopes: [{ value: 'read:orders' }] })
  const changes = []
  for (let n = 0; n < count / apisPerTenant; n++) {
    const type = { app_type: 'non_interactive', grant_types: ['client_credentials'] }
    const client = await make<{ client_id: string }>('clients', { name: `client ${n}`, ...type })
    const of = { clientId: client.client_id, clientName: `client ${n}`, apiName: 'API' }
    const to = { scope: ['read:orders'], allScopes: false }
    changes.push(...audiences.map((audience) => ({ kind: 'grant.create', ...of, audience, to })))
  }
  return changes
}
