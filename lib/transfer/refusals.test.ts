import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dashboardForTests } from '../dashboard-database/dashboard-for-tests'
import { testDatabases } from '../database/test-databases.ts'
import type { Verdict } from './compare/comparison'

const verdicts: Verdict[] = [
  { at: { line: 2 }, subject: 'billing → Orders', outcome: 'create', says: 'Authorizes it.' },
  { at: { line: 3 }, subject: '', outcome: 'refused', says: 'It has two columns.' },
  { at: { file: 'grants/a.json', line: 1 }, subject: 'a → b', outcome: 'refused', says: 'No such API.' },
]

describe.each(testDatabases)('what an import could not take on $dialect', ({ newDatabase }) => {
  let dashboard: Awaited<ReturnType<typeof dashboardForTests>>
  beforeAll(async () => {
    dashboard = await dashboardForTests(await newDatabase())
  })
  afterAll(() => dashboard.close())

  test('is kept beside the set of the rest, by place, and can’t be rewritten', async () => {
    const { createSet } = await import('../changes/set-store')
    const { keepRefusals, readRefusals } = await import('./refusals')
    const setId = await createSet({ admin: { email: 'ada@grantboard.example' }, origin: 'import' })
    await keepRefusals(setId, verdicts)

    expect(await readRefusals(setId)).toEqual([
      { at: { line: 3 }, subject: '', says: 'It has two columns.' },
      { at: { file: 'grants/a.json', line: 1 }, subject: 'a → b', says: 'No such API.' },
    ])
    await expect(dashboard.db.deleteFrom('import_refusals').execute()).rejects.toThrow('append-only')
  })
})
