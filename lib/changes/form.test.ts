import { expect, test } from 'vitest'
import { idle } from '../action-state'
import { AppError } from '../errors'
import { ConflictError } from './conflict'
import { asConflict, changedFields } from './form'

const opened = { name: 'Billing', description: '', grantTypes: ['client_credentials'] }

test('only what the person changed is a change, with what was on screen before', () => {
  const input = { ...opened, name: 'Invoices', grantTypes: ['client_credentials', 'refresh_token'] }

  expect(changedFields(opened, input, idle)).toEqual({
    from: { name: 'Billing', grantTypes: ['client_credentials'] },
    to: { name: 'Invoices', grantTypes: ['client_credentials', 'refresh_token'] },
  })
})

test('a form saved as it was opened changes nothing', () => {
  expect(changedFields(opened, { ...opened }, idle)).toBeUndefined()
})

test('after a conflict the next attempt is made upon what the tenant holds', () => {
  const input = { ...opened, name: 'Invoices' }
  const conflict = { status: 'conflict', current: { name: 'Grace’s' } } as const

  expect(changedFields(opened, input, conflict)).toEqual({
    from: { name: 'Grace’s' },
    to: { name: 'Invoices' },
  })
})

test('a conflict becomes a state of the form with who and when, other failures pass', async () => {
  const at = '2026-01-01T00:00:00.000Z'
  const conflict = new ConflictError('Changed.', { name: 'Grace’s' }, { author: 'grace@acme.example', at })

  expect(await asConflict(() => Promise.reject(conflict))).toEqual({
    status: 'conflict',
    current: { name: 'Grace’s' },
    changedBy: 'grace@acme.example',
    changedAt: at,
  })
  expect(await asConflict(async () => undefined)).toBeUndefined()
  const other = new AppError('conflict', 'Taken.')
  await expect(asConflict(() => Promise.reject(other))).rejects.toBe(other)
})
