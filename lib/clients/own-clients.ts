import 'server-only'
import { env } from '../env'
import type { OwnClients } from './client'

/** The clients this dashboard itself lives on. */
export const ownClients = (): OwnClients => ({
  signIn: env().AUTH0_CLIENT_ID,
  management: env().MANAGEMENT_CLIENT_ID,
})
