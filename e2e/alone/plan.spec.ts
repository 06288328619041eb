import { expectAccessible } from '../axe'
import { saveDraft } from '../drafts'
import { expect, test } from '../fixtures'

const access = (...scope: string[]) => ({ scope, allScopes: false })
const [read, both] = [access('read:orders'), access('read:orders', 'create:orders')]

test('a plan says what every change would do and come to before any is made', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ token_lifetime: 7200 })
  const system = (await tenant.api.resourceServers.list()).data.find(({ is_system }) => is_system)
  const named = async (name: string) => {
    const { client_id: clientId, name: clientName } = await tenant.client({
      name: `${name} ${crypto.randomUUID()}`,
    })
    return { clientId, clientName, audience: api.identifier, apiName: api.name }
  }
  const [narrowed, same, overtaken, revoked, reader, granter] = await Promise.all(
    ['narrowed', 'same', 'overtaken', 'revoked', 'reader', 'granter'].map(named),
  )
  if (!narrowed || !same || !overtaken || !revoked || !reader || !granter)
    throw new Error('six were asked for')
  for (const { clientId, scope } of [
    { ...narrowed, ...both },
    { ...same, ...read },
    { ...overtaken, ...read },
    { ...revoked, ...read },
  ])
    await tenant.grant(clientId, api.identifier, scope)
  const own = { audience: system?.identifier ?? '', apiName: 'Auth0 Management API' }
  await page.goto('/access')
  const setId = await saveDraft(page.request, [
    { kind: 'grant.update', ...narrowed, from: both, to: read },
    { kind: 'grant.create', ...same, to: read },
    { kind: 'grant.update', ...overtaken, from: both, to: access() },
    { kind: 'grant.delete', ...revoked, from: read },
    { kind: 'grant.create', ...reader, ...own, to: access('read:clients') },
    { kind: 'grant.create', ...granter, ...own, to: access('create:client_grants') },
  ])
  await page.goto(`/changes/${setId}`)

  const change = (client: { clientName: string }) =>
    page.getByRole('list', { name: 'Changes' }).locator('> li').filter({ hasText: client.clientName })
  await expect(change(narrowed).getByRole('listitem')).toHaveText([
    'Unchangedread:orders Read orders',
    /^−Removedcreate:orders Create orders/,
  ])
  await expect(change(same)).toContainText('Nothing to do: it is so already')
  await expect(change(overtaken).getByText('Conflict')).toBeVisible()
  await expect(change(overtaken)).toContainText(
    /Changed outside Grantboard since \d\d:\d\d UTC\. It now has read:orders\./,
  )
  await expect(change(revoked).getByRole('listitem')).toHaveText([/^−Removedread:orders Read orders/])
  await expect(change(granter)).toContainText('create:client_grants')
  await expect(page.getByRole('button', { name: 'Apply 4 of 6 changes' })).toBeVisible()
  await expect(page.getByText(/^Takes 6 calls of the Management API, about \d+ s/)).toBeVisible()

  const effects = page.getByRole('complementary', { name: 'What the changes come to' })
  await expect(effects).toContainText('1 client can widen its own access.')
  await expect(effects).toContainText('1 client may call the tenant’s own API.')
  await expect(effects).toContainText(`Nobody would hold 1 scope. create:orders of ${api.name}.`)
  await expect(effects).toContainText(`Lose access${narrowed.clientName} and ${revoked.clientName}`)
  await expect(effects).toContainText(/Really ends.*\d\d:\d\d/)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page).toHaveURL(/\/activity/)
})
