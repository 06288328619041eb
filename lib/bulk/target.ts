import { formatNumber } from '../number-text'
import 'server-only'
import type { z } from 'zod'
import { apiFilter } from '../apis/list-filter'
import { protection } from '../clients/client'
import { clientFilter } from '../clients/list-filter'
import { ownClients } from '../clients/own-clients'
import { AppError } from '../errors'
import { matchingApis } from '../mirror/api-list'
import { mirroredApisById } from '../mirror/apis'
import { matchingClients } from '../mirror/client-list'
import { mirroredClientNames, mirroredMachines } from '../mirror/clients'
import { type apiBulkInput, type bulkTarget, mostClients } from './schema'

type Client = { id: string; name: string }

/** The clients that are meant, as they were when they were last read. Throws an AppError when they are too many. */
export async function clientsOf(target: z.output<typeof bulkTarget>): Promise<Client[]> {
  if ('ids' in target) {
    const names = await mirroredClientNames([...new Set(target.ids)])
    return [...names].map(([id, name]) => ({ id, name }))
  }
  const matching =
    'machines' in target
      ? await mirroredMachines(mostClients + 1)
      : await matchingClients(clientFilter(target.query), mostClients + 1)
  refuseTooMany(matching.length)
  const except = new Set(target.except)
  return matching.filter(({ id }) => !except.has(id))
}

/** The APIs that are meant, as they were when they were last read. Throws an AppError when they are too many. */
export async function apisOf(target: z.output<typeof apiBulkInput>['target']) {
  if ('ids' in target) return mirroredApisById([...new Set(target.ids)])
  const matching = await matchingApis(apiFilter(target.query), mostClients + 1)
  refuseTooMany(matching.length)
  const except = new Set(target.except)
  return matching.filter(({ id }) => !except.has(id))
}

function refuseTooMany(count: number) {
  if (count <= mostClients) return
  const most = formatNumber(mostClients)
  throw new AppError('invalid', `At most ${most} at once. Narrow the list first. Nothing was planned.`)
}

/** Without the dashboard's own clients, which can't be deleted here. */
export function withoutProtected(clients: Client[]): Client[] {
  const own = ownClients()
  return clients.filter(({ id }) => protection(id, own) === undefined)
}
