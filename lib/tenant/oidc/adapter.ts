import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { ArtifactStore, Storage } from '../storage/storage.ts'
import { clientMetadata } from './client-metadata.ts'

/** Where oidc-provider finds clients and keeps sessions, interactions, codes, refresh tokens and grants. */
export const adapter = (storage: Storage) => (model: string) =>
  model === 'Client' ? clients(storage) : artifacts(storage.artifacts, model)

const clients = ({ clients }: Storage): Adapter => ({
  async find(clientId) {
    const client = await clients.find(clientId)
    return client && clientMetadata(client)
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

const artifacts = (store: ArtifactStore, model: string): Adapter => ({
  async upsert(id, payload, expiresIn) {
    await store.upsert({
      model,
      id,
      payload,
      expiresAt: expiresIn === undefined ? undefined : Math.floor(Date.now() / 1000) + expiresIn,
      uid: text(payload.uid),
      userCode: text(payload.userCode),
      grantId: text(payload.grantId),
    })
  },
  find: async (id) => payloadOf(await store.find(model, { id })),
  findByUid: async (uid) => payloadOf(await store.find(model, { uid })),
  findByUserCode: async (userCode) => payloadOf(await store.find(model, { userCode })),
  consume: (id) => store.consume(model, id),
  destroy: (id) => store.destroy(model, id),
  revokeByGrantId: (grantId) => store.revokeByGrantId(grantId),
})

const payloadOf = (artifact: { payload: Record<string, unknown> } | undefined) =>
  artifact?.payload as AdapterPayload | undefined

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
