import type { Management } from 'auth0'
import { toClientRow } from '../client-row.ts'

/** For tests: a client that may use client credentials, as the mirror keeps it, called by its id. */
export const machineRow = (client_id: string, more: Partial<Management.Client> = {}) =>
  toClientRow({ client_id, name: client_id, grant_types: ['client_credentials'], ...more })
