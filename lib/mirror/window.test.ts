import { expect, test } from 'vitest'
import { nextWindow } from './window.ts'

const entry = (second: number, log_id = `log ${second}`) => ({
  log_id,
  date: new Date(second * 1000).toISOString(),
  type: 'sapi',
})
const ids = (entries: { log_id: string }[]) => entries.map(({ log_id }) => log_id)

test('what came within five seconds of the latest entry is read again', () => {
  const { cursor, seen } = nextWindow([entry(1), entry(2), entry(9), entry(10)], false)
  expect(cursor?.log_id).toBe('log 2')
  expect(ids(seen)).toEqual(['log 9', 'log 10'])
})

test('an entry that came late is read again together with those it came after', () => {
  const { cursor, seen } = nextWindow([entry(1), entry(10), entry(8, 'late')], false)
  expect(cursor?.log_id).toBe('log 1')
  expect(ids(seen)).toEqual(['log 10', 'late'])
})

test('of more entries than five hundred, all of one moment, the last ones are read again', () => {
  const { cursor, seen } = nextWindow(
    Array.from({ length: 600 }, (_, number) => entry(1, `log ${number}`)),
    false,
  )
  expect(cursor?.log_id).toBe('log 99')
  expect(seen).toHaveLength(500)
})

test('a log that was silent is read on from its end', () => {
  expect(nextWindow([entry(1), entry(2)], true)).toMatchObject({ cursor: { log_id: 'log 2' }, seen: [] })
})
