import type { Route } from 'next'

const segment = encodeURIComponent

/** Every URL of the product; no other file spells one out. */
export const routes = {
  overview: (): Route => '/' as Route,
  signIn: (returnTo: string) => `/auth/login?returnTo=${segment(returnTo)}` as Route,
  signOut: () => '/auth/logout' as Route,
  notAdmin: () => '/not-an-admin' as Route,

  clients: (query: Record<string, string | number | undefined> = {}) => `/clients${search(query)}` as Route,
  newClient: () => '/clients/new' as Route,
  client: (clientId: string) => `/clients/${segment(clientId)}` as Route,
  clientCredentials: (clientId: string) => `/clients/${segment(clientId)}/credentials` as Route,
  clientUsage: (clientId: string, query: { span?: string } = {}) =>
    `/clients/${segment(clientId)}/usage${search(query)}` as Route,
  clientActivity: (clientId: string, query: { page?: number } = {}) =>
    `/clients/${segment(clientId)}/activity${search(query)}` as Route,
  clientApis: (clientId: string, query: Record<string, string | number | undefined> = {}) =>
    `/clients/${segment(clientId)}/apis${search(query)}` as Route,

  apis: (query: Record<string, string | number | undefined> = {}) => `/apis${search(query)}` as Route,
  newApi: () => '/apis/new' as Route,
  api: (apiId: string) => `/apis/${segment(apiId)}` as Route,
  apiQuickstart: (apiId: string, query: QuickstartQuery = {}) =>
    `/apis/${segment(apiId)}/quickstart${search(query)}` as Route,
  apiQuickstartZip: (apiId: string, query: QuickstartQuery = {}) =>
    `/apis/${segment(apiId)}/quickstart/zip${search(query)}` as Route,
  apiSettings: (apiId: string) => `/apis/${segment(apiId)}/settings` as Route,
  apiScopes: (apiId: string) => `/apis/${segment(apiId)}/scopes` as Route,
  apiClients: (apiId: string, query: Record<string, string | number | undefined> = {}) =>
    `/apis/${segment(apiId)}/non-interactive-clients${search(query)}` as Route,

  apiUsage: (apiId: string, query: { span?: string } = {}) =>
    `/apis/${segment(apiId)}/usage${search(query)}` as Route,
  apiActivity: (apiId: string, query: { page?: number } = {}) =>
    `/apis/${segment(apiId)}/activity${search(query)}` as Route,
  apiTest: (
    apiId: string,
    query: { client?: string; scopes?: string[]; need?: string; call?: string } = {},
  ) => {
    const { client, scopes, need, call } = query
    return `/apis/${segment(apiId)}/test${search({ client, scope: scopes?.join(' '), need, call })}` as Route
  },

  access: (query = new URLSearchParams()) => `/access${query.size > 0 ? `?${query}` : ''}` as Route,
  accessGraph: (of: { client?: string; api?: string; scope?: string }) =>
    `/access/graph${search(of)}` as Route,
  /** What the matrix shows with this query, as a file. */
  accessExport: (query: URLSearchParams) => `/access/export${query.size > 0 ? `?${query}` : ''}` as Route,
  accessPicture: () => '/access/picture' as Route,
  accessLastTokens: (client: string) => `/access/last-tokens${search({ client })}`,

  /** The palette's index, or with a query the clients of that name. */
  palette: (q?: string) => `/palette${search({ q })}`,
  changeSet: (setId: string, query: { page?: number } = {}) =>
    `/changes/${segment(setId)}${search(query)}` as Route,
  changeSetProgress: (setId: string) => `/changes/${segment(setId)}/progress` as Route,

  activity: (query: ActivityQuery = {}) => `/activity${search(query)}` as Route,
  activityExport: (format: 'csv' | 'json', query: ActivityQuery = {}) =>
    `/activity/export${search({ format, ...query })}` as Route,

  import: (query: { api?: string } = {}) => `/import${search(query)}` as Route,
  export: (format: string) => `/export/${segment(format)}` as Route,

  account: () => '/account' as Route,
  accountAdvanced: () => '/account/advanced' as Route,
}

/** What Activity is narrowed to. */
export type ActivityQuery = {
  page?: number
  q?: string
  where?: string
  person?: string
  client?: string
  api?: string
  scope?: string
  /** `day`, `week` or `month`. */
  span?: string
  /** Days in UTC, both included: `2026-11-24`. */
  from?: string
  to?: string
}

/** What a colleague who is sent the address sees as well. */
export type QuickstartQuery = {
  language?: string
  framework?: string
  caller?: string
  client?: string
  file?: string
}

function search(query: Record<string, string | number | undefined>) {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString()
  return text && `?${text}`
}
