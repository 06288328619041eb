import { describe, expect, test } from 'vitest'
import { readDeployCli } from './deploy-cli'
import { readDeployCliFolder } from './deploy-cli-folder'

const told = ({ problems }: ReturnType<typeof readDeployCli>) =>
  problems.map(({ at, message }) => `${at.file ?? ''}${at.line}: ${message}`)

test('clients, APIs and client grants are read by line, the rest of the tenant is passed over', () => {
  const { document, problems } = readDeployCli(`
tenant:
  friendly_name: Acme
clients:
  - name: Billing
    app_type: non_interactive
    grant_types: [client_credentials]
resourceServers:
  - identifier: urn:orders
    name: Orders
    scopes:
      - value: read:orders
        description: Read orders
clientGrants:
  - { client_id: Billing, audience: urn:orders, scope: [read:orders] }
roles: []
`)
  expect(problems).toEqual([])
  expect(document).toMatchObject({
    clients: [{ name: 'Billing', grantTypes: ['client_credentials'], at: { line: 5 } }],
    apis: [
      { name: 'Orders', scopes: [{ value: 'read:orders', description: 'Read orders' }], at: { line: 9 } },
    ],
    grants: [{ client: { name: 'Billing' }, audience: 'urn:orders', at: { line: 15 } }],
  })
})

describe('in YAML', () => {
  test('an alias is refused, and costs only what uses it', () => {
    const reading = readDeployCli(
      'clients:\n  - &base\n    name: A\n  - *base\n  - <<: *base\n    name: B\n  - name: C\n',
    )
    expect(reading.document.clients.map(({ name }) => name)).toEqual(['A', 'C'])
    expect(told(reading)).toEqual([
      '4: It uses the alias *base. Write out what that stands for.',
      '5: It uses the alias *base. Write out what that stands for.',
    ])
  })

  test('a bomb of aliases is not set off', () => {
    const layers = Array.from(
      { length: 30 },
      (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`,
    )
    const reading = readDeployCli(`a0: &a0 [x]\n${layers.join('\n')}\nclients:\n  - name: *a30\n`)
    expect(told(reading)).toEqual(['33: It uses the alias *a30. Write out what that stands for.'])
  })

  test.each([
    ['clients:\n  - name: A\n\t- name: B\n', 3, 'The YAML has a mistake here'],
    ['clients: [\n  {name: A},\n', 3, 'The YAML has a mistake here'],
    ['clients:\n  - name: A\n    name: B\n', 3, 'Map keys must be unique'],
    ['- name: A', 1, 'no lists'],
    ['', 1, 'no lists'],
    ['['.repeat(20_000), 1, ''],
  ])('a mistake is told by line and nothing is taken: %#', (text, line, message) => {
    const { document, problems } = readDeployCli(text)
    expect(document.clients).toEqual([])
    expect(problems[0]).toEqual({ at: { line }, message: expect.stringContaining(message) })
  })

  test('tags make no objects', () => {
    const { document } = readDeployCli('clients:\n  - name: !!js/function "function () {}"\n')
    expect(document.clients).toMatchObject([{ name: 'function () {}' }])
  })
})

describe('what auth0-deploy-cli would replace', () => {
  test.each([
    ['name: "@@NAME@@"', '@@NAME@@'],
    ['name: @@NAME@@', '@@NAME@@'],
    ['name: ##NAME##', '##NAME##'],
    ['name: Billing ##ENV##', '##ENV##'],
    ['{ name: A, grant_types: @@TYPES@@ }', '@@TYPES@@'],
  ])('is named in YAML: %s', (client, keyword) => {
    const reading = readDeployCli(`clients:\n  - name: First\n  - ${client}\n`)
    expect(reading.document.clients.map(({ name }) => name)).toEqual(['First'])
    expect(told(reading)).toEqual([
      `3: It holds ${keyword}, which auth0-deploy-cli replaces. Put the value there first.`,
    ])
  })

  test.each(['{"name": "##NAME##"}', '{"name": "A", "grant_types": @@TYPES@@}', '{"name": "@@NAME@@"}'])(
    'is named in a folder: %s',
    (text) => {
      expect(told(readDeployCliFolder([{ path: 'clients/a.json', text }]))).toEqual([
        expect.stringMatching(/^clients\/a\.json1: It holds (##|@@)\w+\1, which/),
      ])
    },
  )
})

describe('of a folder', () => {
  test('files are told apart by the folder they lie in, wherever that is', () => {
    const { document, problems } = readDeployCliFolder([
      { path: 'acme/clients/Billing.json', text: '{"name":"Billing"}' },
      { path: 'acme/clients/Billing_custom_login_page.html', text: '<html>' },
      { path: 'acme/resource-servers/Orders.json', text: '{"name":"Orders","identifier":"urn:orders"}' },
      {
        path: 'acme/grants/Billing-Orders.json',
        text: '{"client_id":"Billing","audience":"urn:orders","scope":[]}',
      },
      { path: 'acme/tenant.json', text: '{}' },
      { path: 'acme/roles/Clerk.json', text: '{}' },
    ])
    expect(problems).toEqual([])
    expect(document).toMatchObject({
      clients: [{ at: { file: 'clients/Billing.json' } }],
      apis: [{ identifier: 'urn:orders' }],
      grants: [{ audience: 'urn:orders' }],
    })
  })

  test('a broken file, and a thing that two files hold, are told by file', () => {
    const reading = readDeployCliFolder([
      { path: 'clients/a.json', text: '{"name":"A"' },
      { path: 'clients/b.json', text: '{"name":"B"}' },
      { path: 'clients/c.json', text: '{"name":"B"}' },
    ])
    expect(told(reading)).toEqual([
      'clients/a.json1: The JSON breaks off or has a mistake.',
      'clients/c.json1: clients/b.json has it already.',
    ])
  })
})
