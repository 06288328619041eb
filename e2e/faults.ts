import { environment } from './environment'
import type { Fault, Seen } from './fault-proxy'

const { faultProxyControl } = environment

/** Breaks the line to the tenant in these ways, and in no others, until told otherwise. */
export async function breakLine(...faults: Fault[]): Promise<void> {
  await fetch(`${faultProxyControl}/faults`, { method: 'POST', body: JSON.stringify(faults) })
}

/** The Management API calls that a person waited for while `work` went on: "GET /api/v2/clients". */
export async function callsDuring(work: () => Promise<unknown>): Promise<Seen[]> {
  await fetch(`${faultProxyControl}/seen`, { method: 'DELETE' })
  await work()
  const seen: Seen[] = await (await fetch(`${faultProxyControl}/seen`)).json()
  return seen.filter((call) => / \/api\/v2\//.test(call) && !call.startsWith('(background)'))
}
