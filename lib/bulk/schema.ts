import { z } from 'zod'
import { apiId } from '../apis/schema'
import { clientId } from '../clients/schema'
import { access } from '../grants/schema'
import { formatNumber } from '../number-text'

/** As many clients as one change set is made for. */
export const mostClients = 5_000
const tooMany = `At most ${formatNumber(mostClients)} at once. Narrow the list first.`
const ids = z.array(clientId).max(mostClients, tooMany)

const query = z.record(z.string().max(20), z.string().max(500))

/**
 * The clients that were picked, or all but a few: those that match a filter, as it stands in the address, or those that
 * may use client credentials.
 */
export const bulkTarget = z.union([
  z.object({ ids: ids.min(1) }),
  z.object({ query, except: ids }),
  z.object({ machines: z.literal(true), except: ids }),
])
export type BulkTarget = z.input<typeof bulkTarget>
/** What stands for all of them. */
export type AllClients = { query: Record<string, string> } | { machines: true }

const scope = access.shape.scope

/** What is done to each of them. */
export const bulkInput = z.discriminatedUnion('what', [
  z.object({ what: z.literal('authorize'), target: bulkTarget, apiId, scope }),
  z.object({
    what: z.literal('add'),
    target: bulkTarget,
    apiId,
    scope: scope.min(1, 'Choose a scope to add.'),
  }),
  z.object({
    what: z.literal('remove'),
    target: bulkTarget,
    apiId,
    scope: scope.min(1, 'Choose a scope to remove.'),
  }),
  /** Without an API the grants for all of them. */
  z.object({ what: z.literal('revoke'), target: bulkTarget, apiId: apiId.optional() }),
  z.object({ what: z.literal('delete'), target: bulkTarget }),
])
export type BulkInput = z.input<typeof bulkInput>

const apiIds = z.array(apiId).max(mostClients, tooMany)

/** The APIs that were picked, or all that match a filter but a few, and what is done to each of them. */
export const apiBulkInput = z.object({
  what: z.enum(['revoke', 'delete']),
  target: z.union([z.object({ ids: apiIds.min(1) }), z.object({ query, except: apiIds })]),
})
export type ApiBulkInput = z.input<typeof apiBulkInput>

/** The APIs that a client is to be authorized for, or no longer. */
export const clientApisInput = z.object({
  clientId,
  what: z.enum(['authorize', 'revoke']),
  apiIds: apiIds.min(1),
})
export type ClientApisInput = Omit<z.input<typeof clientApisInput>, 'clientId'>
