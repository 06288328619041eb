import type { Client } from '@/lib/clients/client'
import type { ClientInput } from '@/lib/clients/schema'
import { inShownOrder } from './grant-type-choices'

/** A client as its form holds it; the page hands the same values to the action as those it was opened with. */
export const clientValues = ({ name, description, grantTypes, authMethod }: Client): ClientInput => ({
  name,
  description,
  grantTypes: inShownOrder(grantTypes),
  authMethod,
})
