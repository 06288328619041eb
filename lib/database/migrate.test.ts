import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appliedMigrations, type Migrations, migrate, NewerSchemaError } from './migrate.ts'
import { nodeSqlite } from './node-sqlite.ts'
import { postgres } from './postgres.ts'
import { testDatabases } from './test-databases.ts'

type Tables = { things: { name: string } }

const things = {
  up: (db: Kysely<never>) => db.schema.createTable('things').addColumn('name', 'text').execute(),
}
const first: Migrations = { '001_things': things }

describe.each(testDatabases)('migrations on $dialect', ({ newDatabase }) => {
  let folder: string
  let url: string | undefined
  let open: (schema?: string) => Kysely<Tables>
  let opened: Kysely<Tables>[]
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'migrate-'))
    url = await newDatabase()
    opened = []
    open = (schema = 'one') => {
      const dialect = url ? postgres(url, schema) : nodeSqlite(join(folder, `${schema}.db`))
      const db = new Kysely<Tables>({ dialect })
      opened.push(db)
      return db
    }
  })
  afterEach(async () => {
    await Promise.all(opened.map((db) => db.destroy()))
    rmSync(folder, { recursive: true })
  })

  const names = async (db: Kysely<Tables>) => (await db.selectFrom('things').select('name').execute()).length

  it('happen once, however many begin at the same time', async () => {
    const counted: Migrations = {
      ...first,
      '002_row': { up: async (db) => void (await sql`insert into things values ('made')`.execute(db)) },
    }
    const all = [open(), open(), open(), open()]
    await Promise.all(all.map((db) => migrate(db, counted)))
    expect(await names(open())).toBe(1)
  })

  it('leave nothing when one dies half-way, and go on from there when it is mended', async () => {
    const db = open()
    await migrate(db, first)
    const dying: Migrations = {
      ...first,
      '002_row': { up: async (db) => void (await sql`insert into things values ('made')`.execute(db)) },
      '003_dies': {
        async up(db) {
          await db.schema.createTable('half').addColumn('name', 'text').execute()
          throw new Error('power cut')
        },
      },
    }
    await expect(migrate(db, dying)).rejects.toThrow('power cut')
    expect([await names(db), await appliedMigrations(db)]).toEqual([0, ['001_things']])

    await migrate(db, { ...dying, '003_dies': { up: async () => {} } })
    expect([await names(db), await appliedMigrations(db)]).toEqual([1, ['001_things', '002_row', '003_dies']])
  })

  it('refuse a database that is ahead', async () => {
    const db = open()
    await migrate(db, { ...first, '002_newer': { up: async () => {} } })
    await expect(migrate(db, first)).rejects.toThrow(NewerSchemaError)
    await expect(migrate(db, first)).rejects.toThrow(
      /"002_newer", which this version of Grantboard does not know/,
    )
  })

  it('of two programs in one database know nothing of each other', async () => {
    const [one, two] = [open('one'), open('two')]
    await migrate(one, first)
    await migrate(two, first)
    await one.insertInto('things').values({ name: 'of one' }).execute()
    expect([await names(one), await names(two)]).toEqual([1, 0])
  })
})
