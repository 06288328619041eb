import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { findGrant } from '../grants/find-grant'
import type { Access } from '../grants/grant'
import { apply } from './apply'
import { planOf } from './plan/plan'
import { readPicture } from './plan/read-picture'
import { runSet } from './queue/run-set'
import { readSet } from './read-set'
import { readRecords } from './records'
import { createSet, startSet } from './set-store'
import { planUndo } from './undo'

const ada = { email: 'ada@grantboard.example' }
const grace = { email: 'grace@grantboard.example' }
const access = (...scope: string[]): Access => ({ scope, allScopes: false })

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

describe('a set that was applied', () => {
  test('is taken back as a whole, last change first', async () => {
    const of = await parties()
    const setId = await applied([
      { kind: 'grant.create', ...of, to: access('read:a') },
      { kind: 'scope.create', apiId: of.apiId, scopes: [{ value: 'write:a', description: '' }] },
    ])

    const undo = await planUndo(setId, grace)
    expect(await readSet(undo)).toMatchObject({
      author: grace.email,
      origin: 'undo',
      undoes: setId,
      state: 'planned',
      steps: [{ change: { kind: 'scope.delete' } }, { change: { kind: 'grant.delete' } }],
    })
    await run(undo)

    expect(await findGrant(of.clientId, of.audience)).toBeNull()
    expect((await readRecords(setId)).map(({ undone }) => undone)).toEqual([true, true])
    await expect(planUndo(setId, ada)).rejects.toMatchObject({
      message: expect.stringMatching(/undone already/),
    })
  })

  test('is taken back in part', async () => {
    const [one, two] = [await parties(), await parties()]
    const setId = await applied([
      { kind: 'grant.create', ...one, to: access('read:a') },
      { kind: 'grant.create', ...two, to: access('read:a') },
    ])
    const record = (await readRecords(setId)).find(({ subject }) => subject.clientId === two.clientId)
    await run(await planUndo(setId, ada, [record?.id ?? 0]))

    expect(await findGrant(one.clientId, one.audience)).not.toBeNull()
    expect(await findGrant(two.clientId, two.audience)).toBeNull()
  })

  test('and changed by somebody since is a conflict in the plan of its undo', async () => {
    const of = await parties()
    const setId = await applied([{ kind: 'grant.create', ...of, to: access('read:a') }])
    await apply({ kind: 'grant.update', ...of, from: access('read:a'), to: access() }, grace)

    const set = await readSet(await planUndo(setId, ada))
    const { steps } = planOf(
      set?.steps ?? [],
      await readPicture(set?.steps.map(({ change }) => change) ?? []),
    )

    expect(steps[0]?.verdict).toEqual({ kind: 'conflict', said: 'It now has access without scopes.' })
  })

  test('that can’t be taken back says why', async () => {
    const { clientId } = await parties()
    const setId = crypto.randomUUID()
    await apply({ kind: 'client.delete', clientId }, ada, setId)

    await expect(planUndo(setId, ada)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/ID and secret never come back/),
    })
  })
})

async function run(setId: string) {
  await startSet(setId, ada)
  await runSet(setId)
}

async function applied(changes: Parameters<typeof apply>[0][]) {
  const setId = await createSet(
    { admin: ada, origin: 'bulk' },
    changes.map((change) => ({ change })),
  )
  await run(setId)
  return setId
}

async function parties() {
  const [name, identifier] = ['billing', `urn:${crypto.randomUUID()}`]
  const clientId = await apply(
    { kind: 'client.create', input: { name, description: '', type: 'non_interactive' } },
    ada,
  )
  const apiId = await apply(
    { kind: 'api.create', input: { name, identifier, signingAlgorithm: 'RS256' } },
    ada,
  )
  await apply({ kind: 'scope.create', apiId, scopes: [{ value: 'read:a', description: '' }] }, ada)
  return { clientId, clientName: name, audience: identifier, apiName: name, apiId }
}
