import 'server-only'
import { type Api, toApi } from '../apis/api'
import type { Client } from '../clients/client'
import { readClients } from '../clients/read'
import { type Grant, toGrant } from '../grants/grant'
import { management } from '../management/management'
import type { Picture } from './picture'

const pageSize = 100

/** All clients, APIs and client grants of the tenant at this moment, in as few calls as its lists take. */
export async function readTenant(): Promise<Picture> {
  const [clients, apis, grants] = await Promise.all([allClients(), allApis(), allGrants()])
  return { clients, apis, grants }
}

async function allClients(): Promise<Client[]> {
  const all: Client[] = []
  for (let page = 1; ; page++) {
    const { clients, total } = await readClients(page, pageSize)
    all.push(...clients)
    if (clients.length === 0 || all.length >= total) return all
  }
}

async function allApis(): Promise<Api[]> {
  const all: Api[] = []
  for (let page = 0; ; page++) {
    const { data, response } = await management((api) =>
      api.resourceServers.list({ page, per_page: pageSize, include_totals: true }),
    )
    all.push(...data.map(toApi))
    if (data.length === 0 || all.length >= (response.total ?? 0)) return all
  }
}

async function allGrants(): Promise<Grant[]> {
  const first = await management((api) => api.clientGrants.list({ take: pageSize, subject_type: 'client' }))
  const grants = [...first.data]
  for (let page = first; page.hasNextPage(); ) {
    page = await management(() => page.getNextPage())
    grants.push(...page.data)
  }
  return grants.map(toGrant)
}
