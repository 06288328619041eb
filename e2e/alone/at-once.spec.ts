import { breakLine, callsDuring } from '../faults'
import { expect, test } from '../fixtures'

test.afterEach(() => breakLine())

test('two admins who authorize the same client at once, each on another page, make one grant', async ({
  context,
  tenant,
}) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  const [ada, grace] = [await context.newPage(), await context.newPage()]
  await ada.goto(`/apis/${api.id}/non-interactive-clients?client=${client.client_id}`)
  await grace.goto(`/clients/${client.client_id}/apis?q=${api.identifier}`)
  await breakLine({ kind: 'delay', path: '/client-grants', method: 'POST', for: 1500 })

  const calls = await callsDuring(async () => {
    for (const page of [ada, grace])
      await page.getByRole('checkbox', { name: `Authorize ${client.name}` }).click()
    for (const page of [ada, grace]) await expect(page.getByText(`Authorized ${client.name}`)).toBeVisible()
  })

  // The second asks only when the first is done, is told that there is a grant, and finds what it wanted.
  expect(calls).toEqual([
    'POST /api/v2/client-grants',
    'POST /api/v2/client-grants',
    'GET /api/v2/client-grants',
  ])
})
