import { clientTypeLabel } from '../clients/client'
import { counted } from '../counted'
import { folded } from '../mirror/fold'
import { routes } from '../routes'
import type { PaletteEntry, PaletteIndex } from './palette-index'

/** Everything there is to go to; sections of the console that are hidden are left out. */
export function paletteEntries(index: PaletteIndex, apisEnabled: boolean): PaletteEntry[] {
  const { clients, apis, scopes } = index
  return [
    ...pages.filter(({ href }) => apisEnabled || !href.startsWith(routes.apis())),
    ...clients.map(clientEntry),
    ...(apisEnabled ? apis.flatMap(apiEntries) : []),
    ...(apisEnabled ? scopes.flatMap((scope) => scopeEntry(scope, apis)) : []),
    ...(apisEnabled ? [...new Set(scopes.map(([value]) => value))].map(holdersEntry) : []),
  ]
}

/** A client as a result. */
export function clientEntry([id, name, type, count]: PaletteIndex['clients'][number]): PaletteEntry {
  return {
    kind: 'client',
    key: `client ${id}`,
    title: name,
    detail: [clientTypeLabel(type), id].join(', '),
    end: counted(count, 'API'),
    href: routes.client(id),
    text: folded(`${name} ${id}`),
  }
}

function apiEntries([id, name, identifier, count]: PaletteIndex['apis'][number]): PaletteEntry[] {
  const about = (title: string, href: string): PaletteEntry => ({
    kind: 'action',
    key: `${title} ${id}`,
    title,
    detail: '',
    end: '',
    href,
    text: folded(`${name} ${title}`),
  })
  return [
    {
      kind: 'api',
      key: `api ${id}`,
      title: name,
      detail: identifier,
      end: counted(count, 'client'),
      href: routes.api(id),
      text: folded(`${name} ${identifier}`),
    },
    about(`Authorize a client for ${name}`, routes.apiClients(id)),
    about(`Test a token for ${name}`, routes.apiTest(id)),
    about(`Add a scope to ${name}`, routes.apiScopes(id)),
  ]
}

function scopeEntry(
  [value, place, description, count]: PaletteIndex['scopes'][number],
  apis: PaletteIndex['apis'],
): PaletteEntry[] {
  const api = apis[place]
  if (!api) return []
  return [
    {
      kind: 'scope',
      key: `scope ${api[0]} ${value}`,
      title: value,
      detail: description ? `${api[1]}: ${description}` : api[1],
      end: counted(count, 'client'),
      href: routes.access(new URLSearchParams({ scope: value, api: api[0] })),
      text: folded(value),
    },
  ]
}

/** A scope may be defined by several APIs: who holds it at any of them. */
const holdersEntry = (value: string) =>
  place('action', `Who holds ${value}, everywhere?`, routes.access(new URLSearchParams({ scope: value })))

const place = (kind: 'page' | 'action', title: string, href: string, also = ''): PaletteEntry => ({
  kind,
  key: `${kind} ${href}`,
  title,
  detail: '',
  end: '',
  href,
  text: folded(`${title} ${also}`),
})

const pages = [
  place('page', 'Overview', routes.overview(), 'home'),
  place('page', 'Clients', routes.clients(), 'applications'),
  place('page', 'APIs', routes.apis(), 'resource servers'),
  place('page', 'Access', routes.access(), 'matrix grants who may call what'),
  place('page', 'Activity', routes.activity(), 'history changes log audit'),
  place('page', 'Account', routes.account(), 'tenant settings'),
  place('page', 'Account, Advanced', routes.accountAdvanced(), 'enable apis section'),
  place('action', 'Create client', routes.newClient(), 'new application'),
  place('action', 'Create API', routes.newApi(), 'new resource server'),
  place('action', 'Show clients without a grant', routes.access(new URLSearchParams({ show: 'without' }))),
]
