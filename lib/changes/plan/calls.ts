import type { Change } from '../change'

/** How many calls of the Management API a change takes when nothing goes wrong: what it reads first, and the write. */
export function callsFor({ kind }: Change): number {
  switch (kind) {
    case 'grant.create':
    case 'client.create':
    case 'api.create':
    case 'client.reveal_secret':
    case 'api.reveal_secret':
      return 1
    default:
      return 2
  }
}
