import { formatNumber } from '../../number-text'
import 'server-only'
import { type Api, maxScopes, type Scope } from '../../apis/api'
import { AppError } from '../../errors'
import { management } from '../../management/management'
import type { ChangeOf, Outcome, Snapshot } from '../change'
import { ConflictError } from '../conflict'
import { whoMade } from '../store'
import { readResourceServer, subjectOf } from './read-resource-server'
import type { WriteOptions } from './write-options'

/*
 * PATCH replaces the whole list of scopes, so each of these reads it, changes its own part and writes it back:
 * what a colleague added in between stays.
 */

/** Adds what the API does not have yet; the value is how many that were. */
export async function createScopes(
  { apiId, scopes }: ChangeOf<'scope.create'>,
  options: WriteOptions,
): Promise<Outcome<number>> {
  const { api } = await readResourceServer(apiId)
  const known = new Set(api.scopes.map(({ value }) => value))
  const added = scopes.filter(({ value }) => !known.has(value) && known.add(value))
  if (added.length === 0) {
    throw new AppError('conflict', `${api.name} has ${listed(scopes)} already. Nothing was changed.`)
  }
  if (known.size > maxScopes) {
    throw new AppError(
      'invalid',
      `An API can have ${formatNumber(maxScopes)} scopes; ${api.name} has ${api.scopes.length}. Nothing was changed.`,
    )
  }
  await write(api, [...api.scopes, ...added], options)
  return { value: added.length, subject: subjectOf(api), before: null, after: { scopes: added } }
}

/** Rewrites a scope's description. */
export async function updateScope(
  { apiId, value, from, to }: ChangeOf<'scope.update'>,
  options: WriteOptions,
): Promise<Outcome<void>> {
  const { api } = await readResourceServer(apiId)
  const scope = find(api, value)
  if (scope.description !== from && scope.description !== to) {
    const by = await whoMade(`api ${apiId}`, (after) =>
      scopesIn(after).some((made) => made.value === value && made.description === scope.description),
    )
    const message = `The description of ${value} was changed${by ? ` by ${by.author}` : ''} since you opened it. It now says “${scope.description}”. Nothing was changed now.`
    throw new ConflictError(message, { description: scope.description }, by)
  }
  const scopes = api.scopes.map((known) => (known === scope ? { value, description: to } : known))
  await write(api, scopes, options)
  const before = { scopes: [scope] }
  return {
    value: undefined,
    subject: subjectOf(api),
    before,
    after: { scopes: [{ value, description: to }] },
  }
}

const scopesIn = (snapshot: Snapshot | null) => (snapshot?.scopes ?? []) as Scope[]

/** Takes a scope out of the API; grants that hold it are another change, made before. */
export async function deleteScope(
  { apiId, value }: ChangeOf<'scope.delete'>,
  options: WriteOptions,
): Promise<Outcome<void>> {
  const { api } = await readResourceServer(apiId)
  const scope = find(api, value)
  const scopes = api.scopes.filter((known) => known !== scope)
  await write(api, scopes, options)
  return { value: undefined, subject: subjectOf(api), before: { scopes: [scope] }, after: null }
}

function find({ name, scopes }: Api, value: string): Scope {
  const scope = scopes.find((known) => known.value === value)
  if (scope) return scope
  throw new AppError(
    'not_found',
    `${name} no longer has the scope ${value}: somebody removed it. Nothing was changed.`,
  )
}

async function write(api: Api, scopes: Scope[], options: WriteOptions) {
  if (api.isSystem) {
    throw new AppError('forbidden', `The scopes of ${api.name} belong to the tenant. Nothing was changed.`)
  }
  await management((management) => management.resourceServers.update(api.id, { scopes }, options))
}

const listed = (scopes: Scope[]) =>
  scopes.length > 3
    ? 'all of these scopes'
    : new Intl.ListFormat('en').format(scopes.map(({ value }) => value))
