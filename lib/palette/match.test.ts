import { expect, it } from 'vitest'
import { paletteEntries } from './entries'
import { matches } from './match'
import type { PaletteIndex } from './palette-index'

const index: PaletteIndex = {
  clients: [
    ['c1', 'orders-nightly-sync', 'non_interactive', 2],
    ['c2', 'Reorder bot', 'non_interactive', 1],
    ['c3', 'Café', 'regular_web', 0],
  ],
  apis: [['a1', 'Orders API', 'https://orders.example.com/', 10]],
  scopes: [
    ['read:orders', 0, 'Read orders', 10],
    ['x', 9, 'of an API that is not there', 0],
  ],
  truncated: false,
}
const entries = paletteEntries(index, true)
const found = (query: string, recent: string[] = []) =>
  matches(entries, query, recent).map(({ entry }) => entry.title)
const clients = (query: string, recent: string[] = []) =>
  matches(entries, query, recent).flatMap(({ entry }) => (entry.kind === 'client' ? entry.title : []))

it('finds clients, APIs, scopes and what can be done with them', () => {
  expect(found('ord')).toEqual([
    'orders-nightly-sync',
    'Reorder bot',
    'Orders API',
    'Add a scope to Orders API',
    'Test a token for Orders API',
    'Authorize a client for Orders API',
    'Who holds read:orders, everywhere?',
    'read:orders',
  ])
})

it('puts what begins with the letters before what has them, and recent ones first among equals', () => {
  expect(clients('order')).toEqual(['orders-nightly-sync', 'Reorder bot'])
  expect(clients('c', ['client c3'])[0]).toBe('Café')
})

it('finds by letters in their order, by id, without accents and by several words', () => {
  expect(clients('ons')).toEqual(['orders-nightly-sync'])
  expect(clients('c2')).toEqual(['Reorder bot'])
  expect(clients('cafe')).toEqual(['Café'])
  expect(clients('sync nightly')).toEqual(['orders-nightly-sync'])
  expect(found('nothing-like-it')).toEqual([])
})

it('leaves out what the tenant hides', () => {
  const hidden = paletteEntries(index, false)
  expect(
    hidden.filter(({ kind, href }) => kind === 'api' || kind === 'scope' || href.startsWith('/apis')),
  ).toEqual([])
})

it('shows no more than eight of a kind', () => {
  const many = Array.from({ length: 50 }, (_, n): PaletteIndex['clients'][number] => [
    `id${n}`,
    `client ${n}`,
    '',
    0,
  ])
  const all = paletteEntries({ ...index, clients: many }, true)
  expect(matches(all, 'client', []).filter(({ entry }) => entry.kind === 'client')).toHaveLength(8)
})
