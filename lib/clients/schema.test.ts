import { expect, test } from 'vitest'
import { type ClientInput, clientInput, newClientInput } from './schema'

const complete: ClientInput = {
  name: 'Billing worker',
  description: '',
  grantTypes: ['client_credentials'],
  authMethod: 'client_secret_post',
}

const complaints = (input: Partial<ClientInput>) =>
  clientInput
    .safeParse({ ...complete, ...input })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

test.each(['📦 Lager', 'عميل الفوترة', 'é'.repeat(200), '  trimmed  '])('the name %s is taken', (name) => {
  expect(clientInput.parse({ ...complete, name }).name).toBe(name.trim())
})

test.each([
  ['', /^name: Give the client a name/],
  ['   ', /^name: Give the client a name/],
  ['x'.repeat(201), /^name: At most 200/],
  ['<script>', /^name: Leave out < and >/],
])('the name %j is refused', (name, complaint) => {
  expect(complaints({ name })).toEqual([expect.stringMatching(complaint)])
})

test('client credentials without a secret are refused beside the method', () => {
  expect(complaints({ authMethod: 'none' })).toEqual([expect.stringMatching(/^authMethod: A client without/)])
  expect(complaints({ authMethod: 'none', grantTypes: ['authorization_code'] })).toBeUndefined()
})

test('a type that nobody offers is refused', () => {
  expect(newClientInput.safeParse({ ...complete, type: 'resource_server' }).success).toBe(false)
})
