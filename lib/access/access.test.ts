import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Access, sameAccess } from '../grants/grant'
import { copyBlock, pasteBlock, setBlock } from './block'
import { cellState, toggled, withScope } from './cell'
import { columnsOf, scopeLabels } from './columns'
import { matrixCsv } from './csv'
import { type Draft, draftInWords, draftOf, edited, grantChanges, shownAccess } from './draft'
import { apisShown, filterQuery, matrixFilter, rowMatcher } from './filter'
import { type AccessPicture, heldAt, type MatrixApi, packAccess, unpack } from './picture'
import { pictureFromText, pictureToText } from './picture-text'

const orders: MatrixApi = {
  id: 'o',
  identifier: 'urn:orders',
  name: 'Orders API',
  scopes: ['read:orders', 'create:orders', 'delete:orders'],
  isSystem: false,
}
const stock: MatrixApi = {
  ...orders,
  id: 's',
  identifier: 'urn:stock',
  name: 'Stock API',
  scopes: ['read:stock'],
}
const plain: MatrixApi = { ...orders, id: 'p', identifier: 'urn:plain', name: 'Plain API', scopes: [] }
const system: MatrixApi = { ...orders, id: 'm', identifier: 'urn:m', name: 'Management API', isSystem: true }
const [ada, bob, eve] = ['ada', 'bob', 'eve'].map((id) => ({
  id,
  name: `${id} client`,
  type: 'non_interactive',
}))
const picture: AccessPicture = {
  apis: [orders, stock, plain, system],
  clients: [ada, bob, eve].filter((client) => client !== undefined),
  accesses: [[[0, 1]], ['all'], [[0], ['gone:orders']]],
  grants: [[0, 0, 1, 1], [0, 2], []],
  locked: { 'bob urn:stock': 'The tenant keeps it.' },
}
const { clients, apis, locked } = picture
const held = unpack(picture)
const none: Draft = new Map()
const names = {
  clients: new Map(clients.map((client) => [client.id, client])),
  apis: new Map(apis.map((api) => [api.identifier, api])),
}
const only = (...scope: string[]): Access => ({ scope, allScopes: false })
const columns = (...open: string[]) => columnsOf(apis, new Set(open))

describe('a picture', () => {
  it('is read as it was written', () => {
    const read = pictureFromText(pictureToText(picture))
    expect(read).toEqual(picture)
  })

  it('is unpacked as it was packed, whatever an access names', () => {
    const scope = fc.uniqueArray(fc.constantFrom('read:orders', 'create:orders', 'a b', '', 'gone'))
    const access = fc.record({ scope, allScopes: fc.boolean() })
    fc.assert(
      fc.property(access, (given) => {
        const accesses = [packAccess(given, orders.scopes)]
        const back = heldAt(unpack({ ...picture, accesses, grants: [[0, 0]] }), 'ada', 'urn:orders')
        const expected = given.allScopes ? { scope: [], allScopes: true } : given
        expect(sameAccess(back, expected)).toBe(true)
      }),
    )
  })
})

describe('a cell', () => {
  it('tells none, some and all apart', () => {
    const fill = (access: Access | null, api = orders) => cellState(access, api).fill
    expect([fill(null), fill(only()), fill(only('read:orders')), fill(only(...orders.scopes))]).toEqual([
      'none',
      'some',
      'some',
      'all',
    ])
    expect(fill({ scope: [], allScopes: true })).toBe('all')
    expect([fill(only(), plain), fill(null, plain)]).toEqual(['all', 'none'])
    expect(cellState(only('gone'), orders)).toEqual({ fill: 'some', granted: 0, of: 3 })
  })

  it('toggles through all and none back to what is held', () => {
    const some = only('read:orders')
    const all = toggled(some, some, orders)
    expect(all).toEqual(only(...orders.scopes))
    const nothing = toggled(some, all ?? null, orders)
    expect(nothing).toBeNull()
    expect(toggled(some, null, orders)).toBe(some)
    expect(toggled(null, null, orders)).toEqual(only(...orders.scopes))
  })

  it('never grants a whole system API', () => {
    expect(toggled(null, null, system)).toBeUndefined()
    expect(toggled(null, only('read:orders'), system)).toBeNull()
  })

  it('revokes with the last scope, but keeps what was granted without one', () => {
    expect(withScope(only('read:stock'), only('read:stock'), stock, 'read:stock', false)).toBeNull()
    expect(withScope(only(), only('read:stock'), stock, 'read:stock', false)).toEqual(only())
    const all = { scope: [], allScopes: true }
    expect(withScope(all, all, orders, 'read:orders', false)).toEqual(only('create:orders', 'delete:orders'))
  })
})

describe('a draft', () => {
  const wish = (to: Access | null, audience = 'urn:orders') => ({ clientId: 'ada', audience, to })

  it('holds only what differs from what is held', () => {
    const draft = edited(held, none, [wish(null)])
    expect(shownAccess(held, draft, 'ada', 'urn:orders')).toBeNull()
    expect(edited(held, draft, [wish(only('create:orders', 'read:orders'))])).toEqual(none)
  })

  it('is made of changes, and made anew from them', () => {
    const draft = edited(held, none, [
      wish(null),
      wish(only('read:stock'), 'urn:stock'),
      { clientId: 'eve', audience: 'urn:orders', to: only('read:orders') },
    ])
    const changes = grantChanges([...draft.values()], names)
    expect(changes.map(({ kind, clientName, apiName }) => [kind, clientName, apiName])).toEqual([
      ['grant.delete', 'ada client', 'Orders API'],
      ['grant.update', 'ada client', 'Stock API'],
      ['grant.create', 'eve client', 'Orders API'],
    ])
    expect(draftOf(changes)).toEqual(draft)
  })

  it('says who gains and who loses how much', () => {
    const draft = edited(held, none, [
      wish(only('read:orders')),
      { clientId: 'eve', audience: 'urn:orders', to: only(...orders.scopes) },
      { clientId: 'bob', audience: 'urn:orders', to: null },
    ])
    expect(draftInWords(draft, names.apis)).toBe('1 client gains 3 scopes, 2 clients lose 3')
    expect(draftInWords(edited(held, none, [wish(null)]), names.apis)).toBe('1 client loses 2 scopes')
    expect(draftInWords(none, names.apis)).toBe('')
  })
})

describe('a block of cells', () => {
  const matrix = { held, draft: none, locked }
  const block = { clients, columns: columns() }

  it('is granted but for what is locked and the system API', () => {
    const { draft, refused, unchosen } = setBlock(matrix, block, true)
    expect([refused, unchosen]).toEqual([1, 3])
    expect(shownAccess(held, draft, 'eve', 'urn:stock')).toEqual(only('read:stock'))
    expect(shownAccess(held, draft, 'bob', 'urn:stock')).toBeNull()
    expect(shownAccess(held, draft, 'eve', 'urn:m')).toBeNull()
  })

  it('is emptied as a whole, scope by scope or API by API', () => {
    const byApi = setBlock(matrix, block, false).draft
    const byScope = setBlock(matrix, { clients, columns: columns('o', 's') }, false).draft
    expect(shownAccess(held, byApi, 'ada', 'urn:orders')).toBeNull()
    expect(shownAccess(held, byScope, 'ada', 'urn:orders')).toBeNull()
    expect(shownAccess(held, byScope, 'bob', 'urn:orders')).toEqual(only('gone:orders'))
  })

  it('is pasted over itself without any change', () => {
    for (const open of [[], ['o', 's']]) {
      const here = { clients, columns: columns(...open) }
      expect(pasteBlock(matrix, here, copyBlock(matrix, here)).draft).toEqual(none)
    }
  })

  it('repeats what was copied over a larger one, and carries over what both APIs define', () => {
    const [ordersColumn] = columns()
    const [row] = clients
    if (!ordersColumn || !row) throw new Error('No cell')
    const copied = copyBlock(matrix, { clients: [row], columns: [ordersColumn] })
    const { draft } = pasteBlock(matrix, { clients, columns: columns().slice(0, 2) }, copied)
    expect(shownAccess(held, draft, 'eve', 'urn:orders')).toEqual(only('read:orders', 'create:orders'))
    expect(shownAccess(held, draft, 'eve', 'urn:stock')).toBeNull()
  })
})

describe('columns', () => {
  it('are the scopes of an open API, called as short as they can be told apart', () => {
    expect(columns('o').map(({ api, scope }) => scope ?? api.id)).toEqual([...orders.scopes, 's', 'p', 'm'])
    expect([...scopeLabels(orders.scopes).values()]).toEqual(['read', 'create', 'delete'])
    expect([...scopeLabels(['read:a', 'read:b', 'x']).values()]).toEqual(['read:a', 'read:b', 'x'])
  })

  it('of an API without scopes stay one', () => {
    expect(columns('p').map(({ api }) => api.id)).toEqual(['o', 's', 'p', 'm'])
  })
})

describe('a filter', () => {
  const shown = (query: string, draft = none) => {
    const filter = matrixFilter(Object.fromEntries(new URLSearchParams(query)))
    return clients.filter(rowMatcher(apis, held, draft, filter)).map(({ id }) => id)
  }

  it.each([
    ['', ['ada', 'bob', 'eve']],
    ['q=ADA+CLI', ['ada']],
    ['show=without', ['eve']],
    ['show=everything', ['ada']],
    ['scope=read:orders', ['ada', 'bob']],
    ['scope=gone:orders', ['bob']],
    ['scope=read:stock', ['ada']],
    ['more=1', ['ada']],
    ['type=native', []],
    ['show=without&api=s', ['bob', 'eve']],
    ['show=everything&api=o', []],
    ['more=1&api=s', []],
    ['scope=read:orders&api=s', []],
    ['show=nonsense&more=-1', ['ada', 'bob', 'eve']],
  ])('%s leaves %j', (query, expected) => {
    expect(shown(query)).toEqual(expected)
  })

  it('keeps a row that the draft changes in sight', () => {
    const draft = edited(held, none, [{ clientId: 'eve', audience: 'urn:plain', to: only() }])
    expect(shown('show=without', draft)).toEqual(['eve'])
    expect(shown('show=changed', draft)).toEqual(['eve'])
  })

  it('shows the APIs that define the scope, or those that were asked for', () => {
    const of = (query: string) =>
      apisShown(apis, matrixFilter(Object.fromEntries(new URLSearchParams(query)))).map(({ id }) => id)
    expect([of(''), of('scope=read:stock'), of('api=p+o')]).toEqual([['o', 's', 'p', 'm'], ['s'], ['o', 'p']])
  })

  it('comes back from its address', () => {
    const filter = {
      text: 'a b',
      view: 'changed' as const,
      apis: ['o', 's'],
      scope: 'read:x',
      type: 'spa',
      moreThan: 3,
    }
    expect(matrixFilter(Object.fromEntries(filterQuery(filter)))).toEqual(filter)
  })
})

describe('as CSV', () => {
  const csv = (query: string, of = picture) =>
    matrixCsv(of, unpack(of), none, matrixFilter(Object.fromEntries(new URLSearchParams(query)))).split(
      '\r\n',
    )

  it('a client is a line and an API a column, with the scopes that are held', () => {
    const empty: AccessPicture = { ...picture, accesses: [[[]]], grants: [[2, 0]] }
    expect(csv('')).toEqual([
      'client,client_id,urn:orders,urn:stock,urn:plain,urn:m',
      'ada client,ada,read:orders create:orders,all,,',
      'bob client,bob,read:orders gone:orders,,,',
      'eve client,eve,,,,',
      '',
    ])
    expect(csv('q=ada&api=p', empty)).toEqual(['client,client_id,urn:plain', 'ada client,ada,none', ''])
  })

  it('no name is computed by a spreadsheet', () => {
    const named = { ...picture, clients: [{ id: 'x', name: '=1+1', type: 'spa' }], grants: [] }
    expect(csv('api=p', named)[1]).toBe("'=1+1,x,")
  })
})
