import type { KyselyPlugin } from 'kysely'

/**
 * Rows as plain objects: node:sqlite's have no prototype, and React passes nothing but plain objects on to the browser.
 */
export const plainRows: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map((row) => ({ ...row })) }),
}
