import { decodeJwt } from 'jose'
import { express } from '../../lib/quickstarts/node/express.ts'
import { type Place, startApi, tryAcceptor } from './accept-trial.ts'
import type { Means } from './attempts.ts'
import { shortLifetime, tryCaller } from './call-trial.ts'
import type { Folders } from './folders.ts'
import { type KnownTenant, startKnownTenant } from './known-tenant.ts'
import { algorithms, type Job } from './plan.ts'

/** The tenant with the APIs that the jobs need; `complaints` runs one job and resolves with what was wrong. */
export async function startRun(jobs: Job[], { work, home, data }: Folders) {
  const tenant = await startKnownTenant(data)
  const place = (name: string): Place => ({
    folder: work,
    home,
    name: name.replaceAll(' ', '-'),
  })
  try {
    const means = await allMeans(tenant)
    const example = jobs.some(({ kind }) => kind === 'call')
      ? await startExample(tenant, place('example'))
      : undefined
    return {
      async complaints(job: Job): Promise<string[]> {
        if (job.kind === 'call') {
          if (!example) throw new Error('no API to call')
          return tryCaller(place(job.name), job.caller, example, tenant)
        }
        const found: string[] = []
        for (const [index, one] of means
          .filter(({ api }) => api.signingAlgorithm === job.algorithm)
          .entries()) {
          const about = one.api.scopes.length > 0 ? 'with scopes' : 'without scopes'
          const complaints = await tryAcceptor(place(`${job.name} ${index}`), job.acceptor, one, tenant)
          found.push(...complaints.map((complaint) => `${about}: ${complaint}`))
        }
        return found
      },
      async stop() {
        await example?.stop()
        await tenant.stop()
      },
    }
  } catch (error) {
    await tenant.stop()
    throw error
  }
}

/** An API of each kind, and tokens for it. */
const allMeans = (tenant: KnownTenant): Promise<Means[]> =>
  Promise.all(
    algorithms.flatMap((algorithm) =>
      [true, false].map(async (withScopes) => {
        const api = await tenant.api(algorithm, withScopes)
        const [reader, writer] = await Promise.all([
          tenant.client(api, withScopes ? ['read:orders'] : []),
          tenant.client(api, withScopes ? ['write:orders'] : []),
        ])
        const good = await tenant.token(reader, api)
        const withoutScope = await tenant.token(writer, api)
        return { api, signer: tenant.signer, claims: decodeJwt(good), good, withoutScope }
      }),
    ),
  )

/** What the callers call: the first quickstart, for an API whose tokens live shortly. */
async function startExample(tenant: KnownTenant, place: Place) {
  const api = await tenant.api('RS256', true, shortLifetime)
  const { input, stop } = await startApi(place, express, api, tenant.issuer)
  return { api, input, stop }
}
