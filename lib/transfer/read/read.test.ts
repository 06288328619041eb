import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { read } from './read'

const of = (text: string) => read(strToU8(text))
const archive = (files: Record<string, string>) =>
  read(zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))))

describe('the format is told from the text', () => {
  test.each([
    ['csv', 'Billing,urn:orders,read:orders'],
    ['csv', 'client;api;scopes\nBilling;urn:orders;read:orders'],
    ['csv', '\uFEFFclient,api,scopes\r\nBilling,https://orders.example.com,read:orders'],
    ['json', '\n{ "client_grants": [{ "client_id": "Billing", "audience": "urn:orders" }] }'],
    ['deployCli', 'clients:\n  - name: Billing'],
    ['deployCli', '# ours\n---\ntenant: {}\nclients: [{ name: Billing }]'],
    ['deployCli', '\uFEFFclientGrants:\n  - { client_id: Billing, audience: urn:orders }'],
    ['openApi', 'openapi: 3.1.0\ninfo: { title: Orders }\nservers: [{ url: "https://a.example" }]'],
    ['openApi', '{"info":{"title":"Orders"},"openapi":"3.1.0","servers":[{"url":"https://a.example"}]}'],
  ])('%s: %j', (format, text) => {
    const told = of(text)
    expect(told).toMatchObject({ format, problems: [] })
    const { clients, apis, grants } = told.document
    expect(clients.length + apis.length + grants.length).toBe(1)
  })
})

test('an OpenAPI document for an API that is given is about that one, whatever address it names', () => {
  const into = { name: 'Orders API', identifier: 'urn:orders' }
  const text = 'openapi: 3.1.0\ninfo: { title: Other }\nservers: [{ url: "https://a.example" }]'

  expect(read(new TextEncoder().encode(text), into).document.apis).toMatchObject([into])
  expect(read(new TextEncoder().encode(text)).document.apis).toMatchObject([
    { name: 'Other', identifier: 'https://a.example' },
  ])
})

test('an OpenAPI document without an address says what to do', () => {
  expect(of('openapi: 3.1.0\ninfo: { title: Orders }').problems[0]?.message).toMatch(/no whole address/)
})

describe('an archive', () => {
  test('holds a folder of auth0-deploy-cli', () => {
    const told = archive({ 'acme/clients/Billing.json': '{"name":"Billing"}', 'acme/readme.md': 'no' })
    expect(told).toMatchObject({ format: 'deployCliFolder', document: { clients: [{ name: 'Billing' }] } })
  })

  test('or its tenant.yaml', () => {
    const told = archive({ 'acme/tenant.yaml': 'clients: [{ name: Billing }]' })
    expect(told).toMatchObject({ format: 'deployCli', document: { clients: [{ name: 'Billing' }] } })
  })

  test('that unpacks to more than it may is not unpacked', () => {
    const problems = archive({ 'a.json': ' '.repeat(3_000_000), 'b.json': ' '.repeat(3_000_000) }).problems
    expect(problems).toEqual([{ at: { line: 1 }, message: 'Unpacked, the ZIP archive has more than 5 MB.' }])
  })

  test('that is damaged is told', () => {
    const whole = zipSync({ 'clients/a.json': strToU8('{"name":"A"}') })
    expect(read(whole.slice(0, -20)).problems[0]?.message).toMatch(/damaged/)
  })
})

describe('what is too much is told', () => {
  test.each([
    ['5 MB', ' '.repeat(5_000_001), 'It has more than 5 MB. Import it in parts.'],
    [
      '50,000 lines',
      'a,b,c\n'.repeat(50_000),
      'It has 50,001 lines; 50,000 can be imported at once. Import it in parts.',
    ],
  ])('%s', (_, text, message) => {
    expect(of(text).problems.map((problem) => problem.message)).toEqual([message])
  })

  test('depth', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(archive({ 'clients/a.json': deep }).problems[0]?.message).toBe(
      'It is nested too deeply to be read.',
    )
    expect(of(`{"clients":${deep}}`).problems[0]?.message).toBe('It is no object.')
  })

  test('bytes that are no text', () => {
    expect(read(new Uint8Array([0xff, 0xfe, 0x41])).problems[0]?.message).toBe('It is no text in UTF-8.')
  })
})

test('something that holds nothing of ours says so, and nothing at all says nothing', () => {
  expect(of('roles: []').problems[0]?.message).toBe('It holds no clients, APIs or client grants.')
  expect(of(' \n').problems).toEqual([])
})
