import type { StoredClient } from '../storage/storage.ts'
import type { Call } from './route.ts'

/** A client as a caller with these scopes may see it. `tenant` and `global` are only part of lists. */
export function viewClient(client: StoredClient, signingCert: string, may: Call['may']) {
  const {
    tenant: _,
    global: __,
    client_secret,
    encryption_key,
    client_authentication_methods,
    ...open
  } = client
  if (!may('read:clients') && !may('read:client_keys') && !may('update:clients') && !may('create:clients')) {
    const { client_id, app_type, name, description } = client
    return defined({ client_id, app_type, name, description })
  }

  const canSeeKeys = may('read:client_keys') || may('read:client_credentials')
  const { name, client_id, ...rest } = open
  return defined({
    name,
    client_id,
    client_secret: canSeeKeys ? client_secret : undefined,
    ...rest,
    encryption_key: canSeeKeys ? encryption_key : undefined,
    client_authentication_methods: canSeeKeys ? client_authentication_methods : undefined,
    signing_keys: canSeeKeys ? [{ cert: signingCert }] : undefined,
  })
}

const defined = <T extends object>(value: T): Partial<T> =>
  // Dropping undefined properties keeps the type but for their presence.
  Object.fromEntries(Object.entries(value).filter(([, content]) => content !== undefined)) as Partial<T>
