import 'server-only'
import { management } from '../management/management'
import { type Grant, toGrant } from './grant'

/** The grant by which the client calls the API as itself, if there is one. One call. */
export async function findGrant(clientId: string, audience: string): Promise<Grant | null> {
  const { data } = await management((api) =>
    api.clientGrants.list({ client_id: clientId, audience, subject_type: 'client', take: 1 }),
  )
  return data[0] ? toGrant(data[0]) : null
}
