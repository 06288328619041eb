'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { adminAction, adminCall } from '@/lib/action'
import type { ActionResult, ActionState } from '@/lib/action-state'
import { apply } from '@/lib/changes/apply'
import { asConflict, changedFields } from '@/lib/changes/form'
import { routes } from '@/lib/routes'
import { type ClientInput, clientId, clientInput, type NewClientInput, newClientInput } from './schema'

/** Creates a client and opens its page. */
export async function createClient(
  _: ActionState<NewClientInput>,
  input: NewClientInput,
): Promise<ActionState<NewClientInput>> {
  return adminAction(newClientInput, input, async (client, admin) => {
    const id = await apply({ kind: 'client.create', input: client }, admin)
    redirect(routes.clientCredentials(id))
  })
}

/** Saves what differs between `opened`, the values the page was rendered with, and the input. */
export async function updateClient(
  id: string,
  opened: ClientInput,
  previous: ActionState<ClientInput>,
  input: ClientInput,
): Promise<ActionState<ClientInput>> {
  return adminAction(clientInput, input, (client, admin) =>
    asConflict<ClientInput>(async () => {
      const change = changedFields(opened, client, previous)
      if (!change) return
      await apply({ kind: 'client.update', clientId: id, ...change }, admin)
      refresh()
    }),
  )
}

/** Deletes the client and its grants. */
export async function deleteClient(id: string): Promise<ActionResult> {
  return adminCall(clientId, id, (id, admin) => apply({ kind: 'client.delete', clientId: id }, admin))
}

/** Replaces the secret at once; the value is the new one. */
export async function rotateClientSecret(id: string): Promise<ActionResult<string>> {
  return adminCall(clientId, id, (id, admin) => apply({ kind: 'client.rotate_secret', clientId: id }, admin))
}

/** Fetches the secret; that it was looked at is recorded. */
export async function revealClientSecret(id: string): Promise<ActionResult<string>> {
  return adminCall(clientId, id, (id, admin) => apply({ kind: 'client.reveal_secret', clientId: id }, admin))
}
