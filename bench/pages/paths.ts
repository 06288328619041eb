import { apiId, clientId } from '../many-clients.ts'

/** What shows that a page's content is there, and how many Management API calls it may cost. */
export type BenchPage = { name: string; path: string; shows: string; calls: number }

const api = `/apis/${apiId(1)}`
const client = `/clients/${clientId(1)}`
const rows = 'main table tbody tr'
const listed = 'main ul > li'
const title = 'main h1'

/** Every page: lists from the mirror, and those of one object, which is read anew. */
export const benchPages: BenchPage[] = [
  { name: 'Overview', path: '/', shows: title, calls: 0 },
  { name: 'Clients', path: '/clients', shows: rows, calls: 0 },
  { name: 'Clients, searched', path: '/clients?q=client+9', shows: rows, calls: 0 },
  { name: 'Clients by last token', path: '/clients?sort=token&order=desc', shows: rows, calls: 0 },
  { name: 'Create client', path: '/clients/new', shows: rows, calls: 0 },
  { name: 'Client, Settings', path: client, shows: 'main form', calls: 1 },
  { name: 'Client, Credentials', path: `${client}/credentials`, shows: title, calls: 1 },
  { name: 'Client, APIs', path: `${client}/apis`, shows: listed, calls: 1 },
  { name: 'Client, Usage', path: `${client}/usage`, shows: title, calls: 1 },
  { name: 'Client, Activity', path: `${client}/activity`, shows: title, calls: 1 },
  { name: 'APIs', path: '/apis', shows: rows, calls: 0 },
  { name: 'Create API', path: '/apis/new', shows: rows, calls: 0 },
  { name: 'API, Quickstart', path: `${api}/quickstart`, shows: 'main pre', calls: 1 },
  { name: 'API, Settings', path: `${api}/settings`, shows: 'main form', calls: 1 },
  { name: 'API, Scopes', path: `${api}/scopes`, shows: title, calls: 1 },
  { name: 'API, Clients', path: `${api}/non-interactive-clients`, shows: listed, calls: 1 },
  { name: 'API, Test', path: `${api}/test`, shows: 'main form', calls: 1 },
  { name: 'API, Usage', path: `${api}/usage`, shows: title, calls: 1 },
  { name: 'API, Activity', path: `${api}/activity`, shows: title, calls: 1 },
  { name: 'Access', path: '/access', shows: rows, calls: 0 },
  { name: 'Activity', path: '/activity', shows: title, calls: 0 },
  { name: 'Import', path: '/import', shows: title, calls: 0 },
  { name: 'Account', path: '/account', shows: title, calls: 0 },
  { name: 'Account, Advanced', path: '/account/advanced', shows: 'main form', calls: 1 },
]
