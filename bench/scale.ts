import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knownCredentials } from '../bin/known-credentials.ts'
import { compare, load } from './load.ts'
import { managementCaller } from './management-caller.ts'
import { requestsOf, writeClients } from './many-clients.ts'
import { residentMegabytes } from './resident-memory.ts'
import { startBenchTenant } from './tenant.ts'

const few = { clients: 10 }
const many = { clients: 100_000 }
const rounds = 5
const seconds = 3
const pageReads = 25
const creates = 150

/** What ten thousand times the clients cost: a tenant with 10 clients beside one with 100,000 and 1,000,000 grants. */
export async function measureScale() {
  const [small, large] = [await populated(few), await populated(many)]
  const [beside, tenant] = [await coldStart(small, few), await coldStart(large, many)]
  const token = `${tenant.tenantUrl}/oauth/token`
  try {
    const [inSmall, inLarge] = await compare(
      [
        { url: `${beside.tenantUrl}/oauth/token`, pid: beside.pid, forms: requestsOf(few, 10) },
        { url: token, pid: tenant.pid, forms: requestsOf(many, 1000) },
      ],
      rounds,
      seconds,
    )
    const call = await managementCaller(tenant)
    const [firstPage, lastPage] = [await medianMs(() => list(call, 0)), await medianMs(() => list(call, 999))]
    const create = await createsUnderLoad(call, {
      url: token,
      pid: tenant.pid,
      forms: requestsOf(many, 1000),
    })
    const per = (tokens = Number.NaN) => Math.round(tokens)
    return [
      { figure: 'HS256 tokens/s, 10 clients', value: per(inSmall?.perSecond), bar: '' },
      {
        figure: 'HS256 tokens/s, 100,000 clients, 1,000,000 grants',
        value: per(inLarge?.perSecond),
        bar: '',
      },
      {
        figure: 'ratio of the two',
        value: ((inLarge?.perSecond ?? Number.NaN) / (inSmall?.perSecond ?? Number.NaN)).toFixed(2),
        bar: '>= 0.90',
      },
      { figure: 'page 1 of the clients, ms', value: firstPage.toFixed(1), bar: '' },
      { figure: 'page 1,000 of the clients, ms', value: lastPage.toFixed(1), bar: '<= 2 x page 1' },
      { figure: 'create a client while tokens are issued, p50 ms', value: create.p50.toFixed(1), bar: '' },
      { figure: 'create a client while tokens are issued, p99 ms', value: create.p99.toFixed(1), bar: '' },
      { figure: 'cold start to the first token, 10 clients, s', value: beside.seconds, bar: '' },
      { figure: 'cold start to the first token, 100,000 clients, s', value: tenant.seconds, bar: '< 1' },
      { figure: 'resident memory of the worker, MB', value: residentMegabytes(tenant.pid), bar: '< 200' },
    ]
  } finally {
    await Promise.all([beside.stop(), tenant.stop()])
    for (const { dataFolder } of [small, large]) await rm(dataFolder, { recursive: true })
  }
}

/** The data folder of a tenant that has been started once and then given these clients. */
async function populated(crowd: { clients: number }) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'grantboard-bench-'))
  const credentials = knownCredentials()
  const tenant = await startBenchTenant([], { dataFolder, credentials })
  await tenant.stop()
  await writeClients(dataFolder, crowd)
  return { dataFolder, credentials }
}

type Populated = Awaited<ReturnType<typeof populated>>

/** Starts the tenant and asks it for a token: how many seconds that took from its start. */
async function coldStart(folder: Populated, crowd: { clients: number }) {
  const started = performance.now()
  const tenant = await startBenchTenant([], folder)
  const [form] = requestsOf(crowd, 1)
  const answer = await fetch(`${tenant.tenantUrl}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  if (!answer.ok) throw new Error(`The first token was refused: ${answer.status}`)
  return { ...tenant, seconds: ((performance.now() - started) / 1000).toFixed(2) }
}

type Call = Awaited<ReturnType<typeof managementCaller>>

const list = (call: Call, page: number) =>
  call('GET', `clients?per_page=100&include_totals=true&page=${page}`)

const newClient = {
  name: 'Made under load',
  app_type: 'non_interactive',
  grant_types: ['client_credentials'],
}

async function createsUnderLoad(call: Call, target: Parameters<typeof load>[0]) {
  const enough = 30
  const busy = load(target, enough)
  const times: number[] = []
  for (let made = 0; made < creates; made++) times.push(await timed(() => call('POST', 'clients', newClient)))
  await busy
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

async function medianMs(work: () => Promise<unknown>) {
  const times: number[] = []
  for (let read = 0; read < pageReads; read++) times.push(await timed(work))
  return quantile(times, 0.5)
}

async function timed(work: () => Promise<unknown>) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const quantile = (times: number[], part: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
