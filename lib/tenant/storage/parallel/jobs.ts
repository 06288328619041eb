import { DuplicateError, MissingReferenceError, type Storage } from '../storage.ts'

const rounds = Array.from({ length: 25 }, (_, n) => n)

/** What every process does at the same time; each resolves with what it alone achieved. */
export const jobs = {
  /** The same identifiers in every process. */
  identifiers: (storage, me) =>
    achieved(rounds, (n) =>
      storage.resourceServers.insert({
        id: `${me}-${n}`,
        identifier: `urn:api:${n}`,
        signing_alg: 'HS256',
        signing_secret: 'x'.repeat(32),
        token_lifetime: 3600,
      }),
    ),

  /** The same client, API and subject types in every process. */
  grants: (storage, me) =>
    achieved(rounds, (n) =>
      storage.clientGrants.insert({
        id: `${me}-${n}`,
        client_id: `client-${n}`,
        audience: 'urn:shared',
        scope: [],
        subject_type: n % 2 ? 'user' : 'client',
      }),
    ),

  /** Every process adds its own scopes to one grant, its own words to one client, and its own settings. */
  changes: (storage, me) =>
    achieved(rounds, async (n) => {
      await storage.clientGrants.update('shared', (grant) => ({
        ...grant,
        scope: [...(grant.scope ?? []), `${me}:${n}`],
      }))
      await storage.clients.update('shared', (client) => ({
        ...client,
        callbacks: [...(client.callbacks ?? []), `${me}:${n}`],
      }))
      await storage.settings.update((settings) => ({
        ...settings,
        allowed_logout_urls: [...(settings.allowed_logout_urls ?? []), `${me}:${n}`],
      }))
    }),

  /** The first process deletes clients; the others make grants for them. */
  deletions: (storage, me) =>
    achieved(rounds, async (n) => {
      if (me === 0) return void (await storage.clients.delete(`client-${n}`))
      await storage.clientGrants.insert({
        id: `${me}-${n}`,
        client_id: `client-${n}`,
        audience: `urn:api:${me}`,
        scope: [],
        subject_type: 'client',
      })
    }),

  /** Every process rotates: the next key becomes the current one and a new next one comes. */
  rotations: (storage, me) =>
    achieved(rounds.slice(0, 5), async (n) => {
      await storage.signingKeys.update((keys) => [
        ...keys.map((key) => ({
          ...key,
          state: key.state === 'next' ? ('current' as const) : ('previous' as const),
        })),
        { kid: `${me}-${n}`, privateKey: 'k', cert: 'c', state: 'next', since: '2026-01-01' },
      ])
    }),
} satisfies Record<string, (storage: Storage, me: number) => Promise<number[]>>

async function achieved(numbers: number[], act: (n: number) => Promise<void>): Promise<number[]> {
  const done: number[] = []
  for (const n of numbers) {
    try {
      await act(n)
      done.push(n)
    } catch (error) {
      if (!(error instanceof DuplicateError || error instanceof MissingReferenceError)) throw error
    }
  }
  return done
}
