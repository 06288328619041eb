import { array, assert, asyncProperty, boolean, constantFrom, record } from 'fast-check'
import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time'

const key = constantFrom('a', 'b', 'c')

test('work under one key never overlaps and keeps its order, whatever fails', async () => {
  await assert(
    asyncProperty(array(record({ key, fails: boolean() })), async (jobs) => {
      const running = new Map<string, number>()
      const order = new Map<string, number[]>()

      const outcomes = await Promise.allSettled(
        jobs.map(({ key, fails }, number) =>
          oneAtATime(key, async () => {
            running.set(key, (running.get(key) ?? 0) + 1)
            await Promise.resolve()
            expect(running.get(key)).toBe(1)
            running.set(key, 0)
            order.set(key, [...(order.get(key) ?? []), number])
            if (fails) throw new Error(`job ${number}`)
            return number
          }),
        ),
      )

      expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(jobs.map(({ fails }) => fails))
      for (const numbers of order.values()) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    }),
  )
})

test('another key does not wait', async () => {
  const { promise: never } = Promise.withResolvers<void>()
  void oneAtATime('held', () => never)

  expect(await oneAtATime('free', async () => 'done')).toBe('done')
})
