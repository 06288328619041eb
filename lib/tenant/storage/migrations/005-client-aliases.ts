import { type Kysely, sql } from 'kysely'

/** An alias belongs to one client. Where two have it from before, the older one keeps it. */
export async function createClientAliases(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('client_aliases')
    .addColumn('alias', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) =>
      column.notNull().references('clients.client_id').onDelete('cascade'),
    )
    .execute()
  await db.schema.createIndex('client_aliases_client_id').on('client_aliases').column('client_id').execute()

  const { rows } = await sql<{ client_id: string; document: string }>`
    select client_id, document from clients where document like '%"client_aliases":["%' order by seq`.execute(
    db,
  )
  for (const { client_id, document } of rows) {
    const aliases: string[] = JSON.parse(document).client_aliases ?? []
    for (const alias of aliases) {
      await sql`insert into client_aliases values (${alias}, ${client_id}) on conflict do nothing`.execute(db)
    }
  }
}
