import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../bin/free-port.ts'
import { startTenantProcess } from '../bin/tenant-process.ts'
import type { BenchContext } from './context.ts'

/** Resident memory of both programs after the pages of this run, and the tenant's start on its database. */
export async function measureFootprint(context: BenchContext) {
  const copy = await mkdtemp(join(tmpdir(), 'grantboard-bench-'))
  await cp(context.dataFolder, copy, { recursive: true })
  const started = performance.now()
  const tenant = await startTenantProcess(await freePort(), copy)
  const seconds = (performance.now() - started) / 1000
  await tenant.stop()
  await rm(copy, { recursive: true })

  return [
    { figure: 'tenant answers after', value: seconds.toFixed(2), unit: 's', bar: 1 },
    {
      figure: 'tenant resident memory',
      value: residentMegabytes(context.pid, 'run.mjs tenant'),
      unit: 'MB',
      bar: 150,
    },
    {
      figure: 'dashboard resident memory',
      value: residentMegabytes(context.pid, 'next'),
      unit: 'MB',
      bar: 350,
    },
  ]
}

/** The process that `parent` started with this command line. */
export const childOf = (parent: number, command: string) =>
  Number(execFileSync('pgrep', ['-P', String(parent), '-f', command], { encoding: 'utf8' }))

/** Megabytes of the process, and its children, that `parent` started with this command line. */
function residentMegabytes(parent: number, command: string) {
  const pid = String(childOf(parent, command))
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '--pid', pid, '--ppid', pid], { encoding: 'utf8' })
  const sum = kilobytes
    .trim()
    .split('\n')
    .reduce((total, line) => total + Number(line), 0)
  return Math.round(sum / 1024)
}
