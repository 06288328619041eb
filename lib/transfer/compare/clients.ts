import { newClientId } from '../../changes/new-client'
import type { NewStep } from '../../changes/set-store'
import { clientTypeLabel } from '../../clients/client'
import { clientDefaults } from '../../clients/defaults'
import { type ClientInput, clientInput, newClientInput } from '../../clients/schema'
import type { ClientItem } from '../document'
import { Refusal, type Verdict } from './comparison'
import type { Parties } from './parties'

/** Creates the client unless the tenant has it; one that is there stays as it is. Tells `parties` what became of it. */
export function compareClient(item: ClientItem, parties: Parties): { steps: NewStep[]; verdict: Verdict } {
  const about = { at: item.at, subject: item.name }
  const found = parties.client(item)
  if (!(found instanceof Refusal) && found?.there)
    return { steps: [], verdict: { ...about, outcome: 'nothing', says: 'The tenant has this client.' } }

  const steps = found ? twice(found) : creation(item)
  if (steps instanceof Refusal) {
    parties.refuseClient(item)
    return { steps: [], verdict: { ...about, outcome: 'refused', ...steps } }
  }
  parties.addClient({ id: newClientId(slotOf(item)), name: item.name }, item)
  const says = `Creates the client, type ${clientTypeLabel(item.type)}.`
  return { steps, verdict: { ...about, outcome: 'create', says } }
}

const twice = (found: object) =>
  found instanceof Refusal ? found : new Refusal('Another client here has this name.')

const slotOf = ({ name }: ClientItem) => `client.create ${name}`

function creation(item: ClientItem): NewStep[] | Refusal {
  const { name, description, type } = item
  const input = newClientInput.safeParse({ name, description, type })
  if (!input.success) {
    const [issue] = input.error.issues
    if (issue?.path[0] === 'type') return new Refusal(`Clients of type ${type} can’t be created here.`)
    return new Refusal(issue?.message ?? '')
  }
  const defaults = clientDefaults[input.data.type]
  const wanted = {
    grantTypes: item.grantTypes.length > 0 ? item.grantTypes : defaults.grantTypes,
    authMethod: (item.authMethod ?? defaults.authMethod) as ClientInput['authMethod'], // the schema looks at it next
  }
  const settings = clientInput.safeParse({ name, description, ...wanted })
  if (!settings.success) return new Refusal(settings.error.issues[0]?.message ?? '')

  const create: NewStep = { slot: slotOf(item), change: { kind: 'client.create', input: input.data } }
  const same = wanted.authMethod === defaults.authMethod && sameValues(wanted.grantTypes, defaults.grantTypes)
  if (same) return [create]
  const clientId = newClientId(slotOf(item))
  return [create, { change: { kind: 'client.update', clientId, from: { ...defaults }, to: wanted } }]
}

const sameValues = (one: string[], other: string[]) =>
  one.length === other.length && one.every((value) => other.includes(value))
