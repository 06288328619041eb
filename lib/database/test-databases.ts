import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** For tests: where a storage keeps its rows, by dialect; each call is another, empty database. */
export const testDatabases = [
  { dialect: 'SQLite', newDatabase: async (): Promise<string | undefined> => undefined },
  { dialect: 'PostgreSQL', newDatabase },
]

export async function newDatabase(): Promise<string> {
  const url = new URL(inject('postgresUrl'))
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await client.query(`create database ${name}`)
  await client.end()
  url.pathname = name
  return url.href
}
