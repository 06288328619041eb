import { type Api, maxScopes, type Scope } from '../../apis/api'
import { newApiInput, newScopes } from '../../apis/schema'
import type { NewStep } from '../../changes/set-store'
import { counted } from '../../counted'
import { formatNumber } from '../../number-text'
import type { ApiItem } from '../document'
import { listed, Refusal, type Verdict } from './comparison'
import type { Parties } from './parties'

/** What Auth0 gives an API that is created without a lifetime. */
const defaultLifetime = 86_400

/**
 * Creates the API, or adds the scopes it lacks; with `exactly` their descriptions become those of the document. Its
 * other settings stay as they are. Tells `parties` which scopes it will have.
 */
export function compareApi(
  item: ApiItem,
  parties: Parties,
  exactly: boolean,
): { steps: NewStep[]; verdict: Verdict } {
  const about = { at: item.at, subject: item.name }
  const known = parties.api(item.identifier)
  const there = known instanceof Refusal ? undefined : known?.there
  const steps = there?.identifier === item.identifier ? additions(item, there, exactly) : creation(item)
  if (steps instanceof Refusal) return { steps: [], verdict: { ...about, outcome: 'refused', ...steps } }

  const kept = exactly && !there?.isSystem ? [] : (there?.scopes ?? [])
  const scopes = there?.isSystem ? kept : [...kept, ...item.scopes]
  parties.addApi({
    identifier: item.identifier,
    name: there?.name ?? item.name,
    scopes: new Map(scopes.map((scope) => [scope.value, scope])),
    there,
  })
  const outcome = !there ? 'create' : steps.length > 0 ? 'change' : 'nothing'
  return { steps, verdict: { ...about, outcome, says: inWords(item, steps, there) } }
}

function creation({
  name,
  identifier,
  signingAlgorithm,
  tokenLifetime,
  scopes,
}: ApiItem): NewStep[] | Refusal {
  const input = newApiInput.safeParse({ name, identifier, signingAlgorithm })
  if (!input.success) {
    const [issue] = input.error.issues
    return new Refusal(
      issue?.path[0] === 'signingAlgorithm'
        ? `APIs that sign with ${signingAlgorithm} can’t be created here.`
        : (issue?.message ?? ''),
    )
  }
  const added = addScopes(identifier, scopes, 0)
  if (added instanceof Refusal) return added
  const lifetime: NewStep[] =
    tokenLifetime === undefined || tokenLifetime === defaultLifetime
      ? []
      : [
          {
            change: {
              kind: 'api.update',
              apiId: identifier,
              from: { tokenLifetime: defaultLifetime },
              to: { tokenLifetime },
            },
          },
        ]
  return [{ change: { kind: 'api.create', input: input.data } }, ...lifetime, ...added]
}

function additions(item: ApiItem, there: Api, exactly: boolean): NewStep[] | Refusal {
  if (there.isSystem) return []
  const has = new Map(there.scopes.map(({ value, description }) => [value, description]))
  const lacking = item.scopes.filter(({ value }) => !has.has(value))
  const added = addScopes(there.id, lacking, there.scopes.length)
  if (added instanceof Refusal || !exactly) return added
  const described = item.scopes.flatMap(({ value, description: to }): NewStep[] => {
    const from = has.get(value)
    if (from === undefined || from === to) return []
    return [{ change: { kind: 'scope.update', apiId: there.id, value, from, to } }]
  })
  return [...added, ...described]
}

/** The API is known by its identifier as well as by its id: so it can be named before it is there. */
function addScopes(apiId: string, scopes: Scope[], existing: number): NewStep[] | Refusal {
  if (scopes.length === 0) return []
  if (existing + scopes.length > maxScopes)
    return new Refusal(`An API can have ${formatNumber(maxScopes)} scopes.`)
  const parsed = newScopes.safeParse(scopes)
  if (parsed.success) return [{ change: { kind: 'scope.create', apiId, scopes: parsed.data } }]
  const [issue] = parsed.error.issues
  const bad = typeof issue?.path[0] === 'number' ? scopes[issue.path[0]]?.value : undefined
  return new Refusal(`${bad}: ${issue?.message}`)
}

function inWords({ scopes, signingAlgorithm }: ApiItem, steps: NewStep[], there?: Api) {
  if (there?.isSystem) return 'Its scopes belong to the tenant.'
  if (steps.length === 0) return 'The tenant has this API with these scopes.'
  if (!there) {
    const count = counted(scopes.length, 'scope')
    return `Creates the API with ${count}, tokens signed with ${signingAlgorithm}.`
  }
  const added = steps.flatMap(({ change }) =>
    change.kind === 'scope.create' ? change.scopes.map(({ value }) => value) : [],
  )
  const described = steps.filter(({ change }) => change.kind === 'scope.update').length
  return [
    added.length > 0 && `Adds ${listed(added)}.`,
    described > 0 && `Changes ${counted(described, 'description')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
