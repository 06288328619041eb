import { expect, test } from 'vitest'
import { freePort } from './free-port.ts'

test('no port is given twice, alone or in a row', async () => {
  const starts = await Promise.all(Array.from({ length: 300 }, () => freePort(3)))
  const ports = starts.flatMap((start) => [start, start + 1, start + 2])
  expect(new Set(ports).size).toBe(900)
})
