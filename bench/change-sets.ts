import { setTimeout as pause } from 'node:timers/promises'
import { generateSessionCookie } from '@auth0/nextjs-auth0/testing'
import { type APIRequestContext, request } from '@playwright/test'
import { freePort } from '../bin/free-port.ts'
import { knownCredentials } from '../bin/known-credentials.ts'
import { runGrantboard } from '../bin/run-grantboard.ts'
import { callAction } from '../e2e/server-actions.ts'
import { startLimitedLine } from './limited-line.ts'
import { managementCaller } from './management-caller.ts'

/** What the tenant allows in a second. A change of this benchmark is a new grant, which takes one call. */
const limits = [2, 15, undefined]
const changes = 1000
const apisPerTenant = 25

/**
 * How fast the queue applies 1,000 new grants, beside what the tenant's limit allows in that time: the bar is 0.95.
 * `other calls` are the mirror's, which reads on meanwhile; 429 is what it was told in spite of all care.
 */
export async function measureChangeSets() {
  const rows = []
  for (const perSecond of limits) {
    const { seconds, applied, calls, refused } = await apply(perSecond)
    rows.push({
      'calls/s allowed': perSecond ?? 'all',
      changes,
      applied,
      seconds: seconds.toFixed(1),
      'changes/s': (changes / seconds).toFixed(2),
      'of the limit': perSecond ? (changes / (perSecond * seconds)).toFixed(3) : 'no limit',
      'other calls': calls - changes,
      429: refused,
    })
  }
  return rows
}

async function apply(perSecond?: number) {
  const credentials = knownCredentials()
  const tenantPort = await freePort()
  const line = await startLimitedLine({ target: `http://127.0.0.1:${tenantPort}` })
  const grantboard = await runGrantboard({
    ...credentials,
    TENANT_PORT: String(tenantPort),
    TENANT_ISSUER: `${line.url}/`,
  })
  const admin = await signedIn(grantboard, credentials.TENANT_ADMIN_EMAIL)
  try {
    const put = await newGrants({ tenantUrl: line.url, credentials })
    line.limitTo(perSecond)
    const draft = await callAction(admin, 'saveDraft', [{ put, out: [] }], (path) => path)
    const setId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(draft.text)?.[0] ?? ''
    const ofSet = (path: string) => path.replace('[setId]', setId)
    const before = { ...line.counts }
    await callAction(admin, 'applyChangeSet', [{ setId, reason: '' }], ofSet)
    for (;;) {
      const { state, steps } = await progressOf(admin, setId)
      if (state !== 'applying') {
        const [calls, refused] = [line.counts.calls - before.calls, line.counts.refused - before.refused]
        return { seconds: timeOf(steps), applied: countOf(steps), calls, refused }
      }
      await pause(1000)
    }
  } finally {
    await admin.dispose()
    await grantboard.stop()
    line.close()
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
async function newGrants(context: Parameters<typeof managementCaller>[0]) {
  const call = await managementCaller(context)
  const audiences = Array.from({ length: apisPerTenant }, () => `https://${crypto.randomUUID()}.example/`)
  for (const identifier of audiences)
    await call('POST', 'resource-servers', { name: 'API', identifier, scopes: [{ value: 'read:orders' }] })
  const put = []
  for (let n = 0; n < changes / apisPerTenant; n++) {
    const type = { app_type: 'non_interactive', grant_types: ['client_credentials'] }
    const client = await call<{ client_id: string }>('POST', 'clients', { name: `client ${n}`, ...type })
    const of = { clientId: client.client_id, clientName: `client ${n}`, apiName: 'API' }
    const to = { scope: ['read:orders'], allScopes: false }
    put.push(...audiences.map((audience) => ({ kind: 'grant.create', ...of, audience, to })))
  }
  return put
}
