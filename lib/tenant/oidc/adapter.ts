import { createHash } from 'node:crypto'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Artifact, ArtifactStore, Storage } from '../storage/storage.ts'
import { assertionCredentials, usesAssertions } from './assertion-credentials.ts'
import { clientMetadata } from './client-metadata.ts'

/** Where oidc-provider finds clients and keeps sessions, interactions, codes, refresh tokens and grants. */
export const adapter = (storage: Storage) => (model: string) =>
  model === 'Client' ? clients(storage) : artifacts(storage.artifacts, model)

const clients = ({ clients, clientCredentials }: Storage): Adapter => ({
  async find(clientId) {
    if (clientId.includes('\0')) return undefined // which PostgreSQL would not even look for
    const client = await clients.find(clientId)
    if (!client) return undefined

    const stored = usesAssertions(client) ? await clientCredentials.list(clientId) : []
    return clientMetadata(client, assertionCredentials(client, stored))
  },
  upsert: readOnly,
  findByUid: readOnly,
  findByUserCode: readOnly,
  consume: readOnly,
  destroy: readOnly,
  revokeByGrantId: readOnly,
})

const readOnly = async () => {
  throw new TypeError('Clients are written through the Management API')
}

/** Who holds the id of one of these may act with it, so the disk knows only its hash (a cookie is signed besides). */
const bearers = ['AuthorizationCode', 'AccessToken', 'RefreshToken']

function artifacts(store: ArtifactStore, model: string): Adapter {
  const isBearer = bearers.includes(model)
  const named = (id: string) => (isBearer ? createHash('sha256').update(id).digest('base64url') : id)
  const found = (artifact: Artifact | undefined, id?: string) =>
    artifact && ({ ...artifact.payload, ...(isBearer && { jti: id }) } as AdapterPayload)

  return {
    async upsert(id, payload, expiresIn) {
      await store.upsert({
        model,
        id: named(id),
        payload: isBearer ? { ...payload, jti: undefined } : payload,
        expiresAt: expiresIn === undefined ? undefined : Math.floor(Date.now() / 1000) + expiresIn,
        uid: text(payload.uid),
        userCode: text(payload.userCode),
        grantId: text(payload.grantId),
        accountId: text(payload.accountId),
      })
    },
    find: async (id) => found(await store.find(model, { id: named(id) }), id),
    findByUid: async (uid) => found(await store.find(model, { uid })),
    findByUserCode: async (userCode) => found(await store.find(model, { userCode })),
    consume: (id) => store.consume(model, named(id)),
    destroy: (id) => store.destroy(model, named(id)),
    revokeByGrantId: (grantId) => store.revokeByGrantId(grantId),
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
