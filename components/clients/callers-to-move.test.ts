import { expect, test } from 'vitest'
import { callersToMove } from './callers-to-move'

const now = new Date('2026-11-24T15:00:00.000Z')
const caller = (ip: string, lastAt: string) => ({
  ip,
  userAgent: '',
  sdk: '',
  firstAt: lastAt,
  lastAt,
  issued: 1,
  refused: 0,
  isRefused: false,
})

test('those of the last 30 days, each address once', () => {
  const callers = [
    caller('10.20.4.17', '2026-11-24T14:00:00.000Z'),
    caller('10.20.4.31', '2026-11-20T14:00:00.000Z'),
    caller('10.20.4.17', '2026-11-19T14:00:00.000Z'),
    caller('10.20.4.99', '2026-10-24T14:00:00.000Z'),
  ]
  expect(callersToMove(callers, now)).toEqual([
    { term: 'Last asked', value: '1 h ago' },
    { term: 'Callers to move', value: '10.20.4.17, 10.20.4.31, seen in the last 30 d' },
  ])
})

test('many are counted', () => {
  const callers = ['1', '2', '3', '4', '5'].map((ip) => caller(ip, '2026-11-24T14:00:00.000Z'))
  expect(callersToMove(callers, now)[1]?.value).toBe('1, 2, 3 and 2 more, seen in the last 30 d')
})

test('nothing is said where nobody was seen', () => {
  expect(callersToMove([caller('1', '2026-10-01T00:00:00.000Z')], now)).toEqual([])
})
