import 'server-only'
import type { Management } from 'auth0'
import { type AuthMethod, type Client, toClient } from '../../clients/client'
import { clientDefaults } from '../../clients/defaults'
import { ownClients } from '../../clients/own-clients'
import { readClient } from '../../clients/read'
import type { ClientInput } from '../../clients/schema'
import { AppError } from '../../errors'
import { management } from '../../management/management'
import type { ChangeOf, Outcome } from '../change'
import { refuseDrift } from '../conflict'
import type { WriteOptions } from './write-options'

/** Creates the client; the value is its id. */
export async function createClient(
  { input }: ChangeOf<'client.create'>,
  options: WriteOptions,
): Promise<Outcome<string>> {
  const { name, description, type } = input
  const created = await management((api) =>
    api.clients.create(
      {
        name,
        ...(description && { description }),
        app_type: type,
        grant_types: clientDefaults[type].grantTypes,
        token_endpoint_auth_method: clientDefaults[type].authMethod,
        oidc_conformant: true,
        jwt_configuration: { alg: 'RS256' },
      },
      options,
    ),
  )
  const client = toClient(created, ownClients())
  return {
    value: client.id,
    subject: subjectOf(client),
    before: null,
    after: editable(client),
    created: `client ${client.id}`,
  }
}

/** Changes the named fields only. */
export async function updateClient(
  { clientId, from, to }: ChangeOf<'client.update'>,
  options: WriteOptions,
): Promise<Outcome<void>> {
  const client = await readClient(clientId)
  const current = editable(client)
  if (to.grantTypes || to.authMethod) refuseProtected(client)
  await refuseDrift(client.name, `client ${clientId}`, { from, to }, current)
  if (to.authMethod === 'private_key_jwt' && current.authMethod !== 'private_key_jwt') {
    throw new AppError('invalid', 'A client needs a key before it can sign with one. Nothing was changed.')
  }

  const updated = await management((api) => api.clients.update(clientId, asRequest(to), options))
  const after = editable(toClient(updated, ownClients()))
  return { value: undefined, subject: subjectOf(client), before: pick(current, to), after: pick(after, to) }
}

/** Deletes the client and, with it, its grants. */
export async function deleteClient(
  { clientId }: ChangeOf<'client.delete'>,
  options: WriteOptions,
): Promise<Outcome<void>> {
  const client = await readClient(clientId)
  refuseProtected(client)
  await management((api) => api.clients.delete(clientId, options))
  return { value: undefined, subject: subjectOf(client), before: editable(client), after: null }
}

/** Replaces the secret at once; the value is the new one, which goes into no record. */
export async function rotateSecret(
  { clientId }: ChangeOf<'client.rotate_secret'>,
  options: WriteOptions,
): Promise<Outcome<string>> {
  const client = await readClient(clientId)
  refuseProtected(client)
  const { client_secret: secret } = await management((api) => api.clients.rotateSecret(clientId, options))
  return { value: shown(secret, client.name), subject: subjectOf(client), before: null, after: null }
}

/** Fetches the secret and nothing else; who saw it is recorded, what they saw is not. */
export async function revealSecret({ clientId }: ChangeOf<'client.reveal_secret'>): Promise<Outcome<string>> {
  const { client_secret: secret, name } = await management((api) =>
    api.clients.get(clientId, { fields: 'name,client_secret', include_fields: true }),
  )
  const subject = { clientId, clientName: name ?? clientId }
  return { value: shown(secret, subject.clientName), subject, before: null, after: null }
}

function refuseProtected({ name, protectedBecause }: Client) {
  if (!protectedBecause) return
  throw new AppError('forbidden', `${name} stays as it is: ${protectedBecause} Nothing was changed.`)
}

function shown(secret: string | undefined, name: string): string {
  if (secret) return secret
  throw new AppError(
    'forbidden',
    `The tenant shows no secret of ${name}: Grantboard’s own client lacks read:client_keys, or this client has none.`,
  )
}

function asRequest({ name, description, grantTypes, authMethod }: Partial<ClientInput>) {
  const request: Management.UpdateClientRequestContent = {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(grantTypes && { grant_types: grantTypes }),
  }
  if (authMethod && authMethod !== 'private_key_jwt') {
    // The two are mutually exclusive: https://auth0.com/docs/api/management/v2/clients/patch-clients-by-id
    return { ...request, token_endpoint_auth_method: authMethod, client_authentication_methods: null }
  }
  return request
}

const subjectOf = ({ id, name }: Client) => ({ clientId: id, clientName: name })

const editable = ({ name, description, grantTypes, authMethod, type }: Client) => ({
  name,
  description,
  type,
  grantTypes,
  authMethod: authMethod satisfies AuthMethod,
})

function pick<Fields extends object>(fields: Fields, named: object): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name in named)) as Partial<Fields>
}
