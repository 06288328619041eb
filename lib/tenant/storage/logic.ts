import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * What `q` of a list may ask for: terms, joined. What lacks a term's field does not match the term, and so matches its
 * negation.
 */
export type Logic<Term extends { field: string }> =
  | Term
  | { and: Logic<Term>[] }
  | { or: Logic<Term>[] }
  | { not: Logic<Term> }

/** A filter as a condition, made of the conditions of its terms. */
export function condition<Term extends { field: string }>(
  filter: Logic<Term>,
  ofTerm: (term: Term) => Expression<SqlBool>,
): Expression<SqlBool> {
  const where = expressionBuilder<Tables>()
  const inner = (part: Logic<Term>) => condition(part, ofTerm)
  if ('field' in filter) return ofTerm(filter)
  if ('and' in filter) return where.and(filter.and.map(inner))
  if ('or' in filter) return where.or(filter.or.map(inner))
  // Not `not (…)`: what compares with null is neither true nor false, and its negation isn't either.
  return sql<SqlBool>`(${inner(filter.not)}) is not true`
}

/** A column begins with a text. (`like` minds the case in one dialect and not in the other.) */
export const startsWith = (column: string, prefix: string) =>
  sql<SqlBool>`substr(${sql.ref(column)}, 1, ${[...prefix].length}) = ${prefix}`
