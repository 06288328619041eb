import { counted } from '@/lib/counted'

/** How many clients are authorized for an API; `more` when only the first of them were counted. */
export type ClientCount = { count: number; more: boolean }

/** What depends on an API, as it is said before the API is deleted. */
export type ApiImpact = {
  clients: ClientCount
  /** When access really ends, in a sentence. */
  ends: string
}

/** "8 clients", "at least 100 clients" */
export const howManyClients = ({ count, more }: ClientCount) =>
  `${more ? 'at least ' : ''}${counted(count, 'client')}`

export function clientsLoseAccess(clients: ClientCount): string {
  if (clients.count === 0) return 'No client is authorized for it.'
  const who = howManyClients(clients)
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${clients.count === 1 ? 'loses' : 'lose'} access.`
}
