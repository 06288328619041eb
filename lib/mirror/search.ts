import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { folded } from './fold'

const mostWords = 8

/** What is looked for, word by word, as texts are folded for searching. */
export const wordsOf = (text: string): string[] =>
  folded(text).split(/\s+/).filter(Boolean).slice(0, mostWords)

/** Whether a column has the word anywhere in it; what LIKE takes for wildcards is taken for itself. */
export const contains = (column: Expression<unknown>, word: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${column} like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`} escape '\\'`
