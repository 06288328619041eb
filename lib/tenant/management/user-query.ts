import type { UserFilter, UserTerm } from '../storage/people.ts'
import { type Operand, parseQuery, readValue } from './lucene.ts'

/** Reads `q` of `GET /users`; throws a 400. https://auth0.com/docs/manage-users/user-search/user-search-query-syntax */
export const parseUserQuery = (query: string): UserFilter | undefined => parseQuery(query, fields)

const fields = new Map<string, Operand<UserTerm>>([
  ['user_id', (reader) => ({ field: 'user_id', ...readValue(reader) })],
  ['email', (reader) => ({ field: 'email', ...readValue(reader) })],
  ['name', (reader) => ({ field: 'name', ...readValue(reader) })],
])
