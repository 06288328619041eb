import { expect, test } from 'vitest'
import { touchedBy } from './touched.ts'

const write = (method: string, path: string, body: Record<string, unknown> = {}, statusCode = 200) => ({
  log_id: path,
  date: '',
  type: 'sapi',
  details: { request: { method, path: `/api/v2/${path}` }, response: { statusCode, body } },
})
const client = (id: string) => write('patch', `clients/${id}`)

test('objects are named by the path, new ones by the answer', () => {
  const { changed, settings, unknown } = touchedBy([
    client('a'),
    write('post', 'clients', { client_id: 'b' }),
    write('post', 'clients/c/rotate-secret'),
    write('patch', 'resource-servers/urn%3Aorders'),
    write('post', 'client-grants', { id: 'cgr_1' }),
    write('patch', 'tenants/settings'),
    write('post', 'users', { user_id: 'auth0|1' }),
  ])
  expect([...changed.clients]).toEqual(['a', 'b', 'c'])
  expect([...changed.apis]).toEqual(['urn:orders'])
  expect([...changed.grants]).toEqual(['cgr_1'])
  expect(settings).toBe(true)
  expect(unknown).toBeUndefined()
})

test.each([[[client('a'), write('delete', 'clients/a')]], [[write('delete', 'clients/a'), client('a')]]])(
  'what was deleted stays so, in whatever order the log tells it',
  (entries) => {
    const { changed, removed } = touchedBy([...entries, ...entries])
    expect([[...changed.clients], [...removed.clients]]).toEqual([[], ['a']])
  },
)

test('an API deleted by its identifier is looked for again, since the identifier may be taken again', () => {
  const { changed, removed } = touchedBy([write('delete', 'resource-servers/urn%3Aorders')])
  expect([[...changed.apis], [...removed.apis]]).toEqual([['urn:orders'], []])
})

test('what the tenant refused has changed nothing', () => {
  expect([...touchedBy([write('patch', 'clients/a', {}, 403)]).changed.clients]).toEqual([])
})

test('a write that names no object is said to be unknown', () => {
  expect(touchedBy([write('post', 'clients')]).unknown).toBe('POST /api/v2/clients')
})
