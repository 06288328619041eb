import type { Api } from '../../apis/api'
import type { Grant } from '../../grants/grant'
import { selfEscalation } from '../../grants/self-escalation'
import type { LastToken } from '../../observations/last-token'
import type { Step } from '../change-set'
import type { Picture } from './picture'

/** A client that gains or loses scopes of an API. */
export type Shift = {
  clientId: string
  clientName: string
  audience: string
  apiName: string
  scopes: string[]
  /** Of the API's tokens, in seconds. */
  tokenLifetime: number
  /** It had, or will have, no access at all. */
  isWhole: boolean
}

/** A loss with what was observed of its last token. */
export type Ending = Shift & LastToken & { lifetime: number }

/** What a set comes to, beyond what stands in its changes. */
export type Effects = {
  gains: Shift[]
  losses: Shift[]
  /** Scopes that somebody holds now and nobody would. */
  unheld: { scope: string; apiName: string }[]
  /** Steps after which a client can give itself more. */
  escalations: { stepId: number; clientName: string; scope: string; how: string }[]
  /** Clients that are given scopes of the tenant's own API. */
  systemClients: string[]
}

/** Compares the tenant before and after the steps. */
export function effectsOf(steps: Step[], before: Picture, after: Picture): Effects {
  const names = clientNames(steps, before)
  const keys = new Set([...before.grants.keys(), ...after.grants.keys()])
  const gains: Shift[] = []
  const losses: Shift[] = []
  for (const key of keys) {
    const [was, is] = [before.grants.get(key), after.grants.get(key)]
    const grant = was ?? is
    if (!grant || was === is) continue
    const api = before.apis.get(grant.audience) ?? after.apis.get(grant.audience)
    const [held, holds] = [scopesOf(was, api), scopesOf(is, api)]
    const shift = (scopes: string[], isWhole: boolean): Shift => ({
      clientId: grant.clientId,
      clientName: names.get(grant.clientId) ?? grant.clientId,
      audience: grant.audience,
      apiName: api?.name ?? grant.audience,
      scopes,
      tokenLifetime: api?.tokenLifetime ?? 0,
      isWhole,
    })
    const gained = holds.filter((scope) => !held.includes(scope))
    const lost = held.filter((scope) => !holds.includes(scope))
    if (gained.length > 0 || !was) gains.push(shift(gained, !was))
    if (lost.length > 0 || !is) losses.push(shift(lost, !is))
  }
  return {
    gains,
    losses,
    unheld: unheldScopes(losses, after),
    escalations: escalationsIn(steps, gains, before),
    systemClients: [
      ...new Set(gains.filter(({ audience }) => isSystem(before, audience)).map((gain) => gain.clientName)),
    ],
  }
}

function scopesOf(grant: Grant | undefined, api: Api | undefined): string[] {
  if (!grant) return []
  return grant.allScopes ? (api?.scopes ?? []).map(({ value }) => value) : grant.scope
}

const isSystem = ({ apis }: Picture, audience: string) => apis.get(audience)?.isSystem ?? false

function unheldScopes(losses: Shift[], after: Picture): Effects['unheld'] {
  const lost = new Map(
    losses.flatMap(({ audience, apiName, scopes }) =>
      scopes.map((scope) => [`${audience} ${scope}`, { audience, scope, apiName }] as const),
    ),
  )
  for (const grant of after.grants.values()) {
    for (const scope of scopesOf(grant, after.apis.get(grant.audience))) {
      lost.delete(`${grant.audience} ${scope}`)
    }
  }
  const exists = ({ audience, scope }: { audience: string; scope: string }) =>
    after.apis.get(audience)?.scopes.some(({ value }) => value === scope)
  return [...lost.values()].filter(exists).map(({ scope, apiName }) => ({ scope, apiName }))
}

function escalationsIn(steps: Step[], gains: Shift[], before: Picture): Effects['escalations'] {
  return gains
    .filter(({ audience }) => isSystem(before, audience))
    .flatMap(({ clientId, clientName, audience, scopes }) => {
      const step = steps.findLast(
        ({ change }) => 'audience' in change && change.clientId === clientId && change.audience === audience,
      )
      if (!step) return []
      return scopes.flatMap((scope) => {
        const how = selfEscalation(scope)
        return how ? { stepId: step.id, clientName, scope, how } : []
      })
    })
}

/** The names that stand in the changes, which a client that is yet to be created has nowhere else. */
function clientNames(steps: Step[], { clients }: Picture): Map<string, string> {
  const names = new Map([...clients.values()].map(({ id, name }) => [id, name]))
  for (const { change } of steps)
    if ('clientName' in change && change.clientName) names.set(change.clientId, change.clientName)
  return names
}
