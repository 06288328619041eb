import 'server-only'
import type { z } from 'zod'
import { protection } from '../clients/client'
import { clientFilter } from '../clients/list-filter'
import { ownClients } from '../clients/own-clients'
import { AppError } from '../errors'
import { matchingClients } from '../mirror/client-list'
import { mirroredClientNames } from '../mirror/clients'
import { type bulkTarget, mostClients } from './schema'

type Client = { id: string; name: string }

/** The clients that are meant, as they were when they were last read. Throws an AppError when they are too many. */
export async function clientsOf(target: z.output<typeof bulkTarget>): Promise<Client[]> {
  if ('ids' in target) {
    const names = await mirroredClientNames([...new Set(target.ids)])
    return [...names].map(([id, name]) => ({ id, name }))
  }
  const matching = await matchingClients(clientFilter(target.query), mostClients + 1)
  if (matching.length > mostClients)
    throw new AppError(
      'invalid',
      `At most ${mostClients.toLocaleString('en')} clients at once. Narrow the list first. Nothing was planned.`,
    )
  const except = new Set(target.except)
  return matching.filter(({ id }) => !except.has(id))
}

/** Without the dashboard's own clients, which can't be deleted here. */
export function withoutProtected(clients: Client[]): Client[] {
  const own = ownClients()
  return clients.filter(({ id }) => protection(id, own) === undefined)
}
