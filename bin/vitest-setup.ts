import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-for-tests.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server for all tests of a run; each makes its own database in it. */
    postgresUrl: string
  }
}

export default async function setup(project: TestProject) {
  const postgres = await startPostgres()
  project.provide('postgresUrl', postgres.url)
  return () => postgres.stop()
}
