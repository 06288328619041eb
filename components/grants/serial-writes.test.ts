import { expect, test } from 'vitest'
import type { ActionResult } from '@/lib/action-state'
import { SerialWrites } from './serial-writes'

const same = (one: string[], other: string[]) => one.join() === other.join()

/** A tenant that keeps one list and answers when told to. */
function slowTenant(start: string[]) {
  let held = start
  const writes: { from: string[]; to: string[]; answer: (refusal?: ActionResult<string[]>) => void }[] = []
  return {
    writes,
    changeElsewhere: (to: string[]) => {
      held = to
    },
    read: async (): Promise<ActionResult<string[]>> => ({ status: 'done', value: held }),
    write: (from: string[], to: string[]) =>
      new Promise<ActionResult<string[]>>((resolve) => {
        writes.push({
          from,
          to,
          answer: (refusal) => {
            if (!refusal) held = to
            resolve(refusal ?? { status: 'done', value: to })
          },
        })
      }),
  }
}

const turn = () => new Promise(setImmediate)

test('a wish shows before the tenant has answered', () => {
  const tenant = slowTenant(['read'])
  const grant = new SerialWrites({ held: ['read'], same, ...tenant })
  grant.want(['read', 'create'])

  expect(grant.view()).toMatchObject({ shown: ['read', 'create'], held: ['read'], busy: true })
})

test('quick wishes become two writes, and the latest one wins', async () => {
  const tenant = slowTenant([])
  const grant = new SerialWrites<string[]>({ held: [], same, ...tenant })
  grant.want(['a'])
  grant.want(['a', 'b'])
  grant.want(['a', 'b', 'c'])
  tenant.writes[0]?.answer()
  await turn()
  tenant.writes[1]?.answer()
  await turn()

  expect(tenant.writes.map(({ from, to }) => [from, to])).toEqual([
    [[], ['a']],
    [['a'], ['a', 'b', 'c']],
  ])
  expect(grant.view()).toMatchObject({ shown: ['a', 'b', 'c'], held: ['a', 'b', 'c'], busy: false })
})

test('a wish taken back while it is written is written back', async () => {
  const tenant = slowTenant([])
  const grant = new SerialWrites<string[]>({ held: [], same, ...tenant })
  grant.want(['a'])
  grant.want([])
  tenant.writes[0]?.answer()
  await turn()
  tenant.writes[1]?.answer()
  await turn()

  expect(grant.view()).toEqual({ shown: [], held: [], busy: false, failure: undefined })
})

test('a refused wish shows again what the tenant holds, and why', async () => {
  const tenant = slowTenant(['read'])
  const grant = new SerialWrites({ held: ['read'], same, ...tenant })
  const refusal = { status: 'failed', code: 'rate_limited', message: 'Too many requests' } as const
  grant.want([])
  tenant.writes[0]?.answer(refusal)
  await turn()

  expect(grant.view()).toEqual({
    shown: ['read'],
    held: ['read'],
    busy: false,
    failure: { reason: refusal, base: ['read'], wanted: [] },
  })
})

test('after a conflict it shows what the other person saved', async () => {
  const tenant = slowTenant(['read'])
  const grant = new SerialWrites({ held: ['read'], same, ...tenant })
  grant.want(['read', 'create'])
  tenant.changeElsewhere(['read', 'delete'])
  tenant.writes[0]?.answer({ status: 'failed', code: 'conflict', message: 'Changed meanwhile' })
  await turn()

  expect(grant.view()).toMatchObject({ shown: ['read', 'delete'], held: ['read', 'delete'], busy: false })
  expect(grant.view().failure).toMatchObject({ base: ['read'], wanted: ['read', 'create'] })
})

test('what was done is told once, for all wishes of a run', async () => {
  const tenant = slowTenant([])
  const done: [string[], string[]][] = []
  const grant = new SerialWrites<string[]>({
    held: [],
    same,
    ...tenant,
    onDone: (before, after) => done.push([before, after]),
  })
  grant.want(['a'])
  grant.want(['a', 'b'])
  tenant.writes[0]?.answer()
  await turn()
  tenant.writes[1]?.answer()
  await turn()

  expect(done).toEqual([[[], ['a', 'b']]])
})
