import { globSync } from 'node:fs'
import { environment } from './environment'
import { expect, sessionCookie, test } from './fixtures'
import { untilMirrored } from './mirror'
import { actionNames, callAction } from './server-actions'

/** Every page behind the sign-in, from the tree itself, so that none can be forgotten. */
const pages = globSync('**/page.tsx', { cwd: 'app/(console)' }).map((file) =>
  `/${file.replace(/\/?page\.tsx$/, '')}`.replace(/\/\([^)]*\)/g, ''),
)

const withIds = (path: string, apiId: string, clientId: string, setId = 'any') =>
  path.replace('[apiId]', apiId).replace('[clientId]', clientId).replace('[setId]', setId)

test.describe('without a session', () => {
  test.use({ signedInAs: null })

  for (const path of pages) {
    test(`${path} asks for sign-in and shows nothing`, async ({ page, tenant }) => {
      const [api, client] = [await tenant.resourceServer(), await tenant.client()]
      const url = withIds(path, api.id, client.client_id)
      const names = new RegExp(`${api.name}|${client.name}`)
      const response = await page.request.get(url, { maxRedirects: 0 })
      expect(response.status()).toBe(307)
      expect(response.headers().location).toContain(`/auth/login?returnTo=${encodeURIComponent(url)}`)
      expect(await response.text()).not.toMatch(names)

      const payload = await page.request.get(url, { headers: { rsc: '1' } })
      expect(await payload.text()).toContain('/auth/login?returnTo=')
      expect(await payload.text()).not.toMatch(names)
    })
  }
})

test.describe('with a session of somebody who is not an admin', () => {
  test.use({ signedInAs: 'jonas@grantboard.example' })

  for (const path of pages) {
    test(`${path} leads to why they may not enter`, async ({ page, tenant }) => {
      const [api, client] = [await tenant.resourceServer(), await tenant.client()]
      const response = await page.request.get(withIds(path, api.id, client.client_id), { maxRedirects: 0 })

      expect(response.status()).toBe(307)
      expect(response.headers().location).toMatch(/\/not-an-admin$/)
      expect(await response.text()).not.toMatch(new RegExp(`${api.name}|${client.name}`))
    })
  }

  test('they are told as whom they are signed in, and can leave', async ({ page }) => {
    await page.goto('/clients')

    await expect(page.getByRole('heading', { name: 'This account may not enter' })).toBeVisible()
    await expect(page.getByText('jonas@grantboard.example')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Sign out' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
  })
})

test.describe('every server action', () => {
  test.use({ signedInAs: null })

  test('is refused without a session and to who is not an admin, and works for an admin', async ({
    playwright,
    tenant,
  }) => {
    test.slow()
    const api = await tenant.resourceServer({ signing_alg: 'HS256' })
    const [client, doomed] = [await tenant.client(), await tenant.client()]
    const settings = await tenant.api.tenants.settings.get({})
    const [readSettings, newIdentifier] = [
      () => tenant.api.tenants.settings.get({}),
      `urn:new:${crypto.randomUUID()}`,
    ]
    const doomedApi = await tenant.resourceServer()
    const names = {
      friendlyName: settings.friendly_name ?? '',
      defaultAudience: settings.default_audience ?? '',
    }
    const parties = { clientId: client.client_id, audience: api.identifier }
    const opened = {
      name: client.name,
      description: '',
      grantTypes: ['client_credentials'],
      authMethod: 'client_secret_post',
    }
    tenant.removeApiLater(newIdentifier)

    const idle = { status: 'idle' }
    const admin = await playwright.request.newContext({
      baseURL: environment.url,
      storageState: { cookies: [await sessionCookie(environment.admin.email)], origins: [] },
    })
    const made = await tenant.client()
    const fill = (path: string) => withIds(path, api.id, client.client_id, setId)
    let setId = 'any'
    const authorized = {
      ...{ clientId: made.client_id, clientName: made.name, from: null },
      ...{ audience: api.identifier, apiName: api.name },
    }
    await callAction(admin, 'setAccess', [{ ...authorized, to: { scope: [], allScopes: false } }], fill)
    const recorded: { setId: string; kind: string }[] = await (
      await admin.get(`/activity/export?format=json&client=${made.client_id}`)
    ).json()
    // What the seeding did is there too.
    setId = recorded.find(({ kind }) => kind === 'grant.create')?.setId ?? ''
    const plans: string[] = []
    for (const _ of ['leave out', 'rebase', 'discard', 'apply']) {
      const { redirect } = await callAction(admin, 'undoChangeSet', [{ setId }], fill)
      plans.push(redirect?.split('/').at(-1) ?? '')
    }
    const draft = await callAction(admin, 'saveDraft', [{ put: [], out: [] }], fill)
    const draftId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(draft.text)?.[0]
    const finding = { kind: 'no_grant', object: client.client_id, subject: client.name }
    const slot = `grant ${made.client_id} ${api.identifier}`

    const calls: Record<string, unknown[]> = {
      saveDraft: [{ put: [], out: [] }],
      reviewDraft: [draftId],
      undoChangeSet: [{ setId }],
      leaveOutChange: [{ setId: plans[0], slot }],
      rebaseChange: [{ setId: plans[1], slot }],
      discardChangeSet: [plans[2]],
      planScopeRework: [
        api.id,
        { retired: ['read:orders'], put: [{ value: 'list:orders', description: '' }] },
      ],
      planScopeLike: [api.id, { added: [{ value: 'ship:orders', description: '' }], like: 'read:orders' }],
      judgeCopy: [client.client_id, made.client_id],
      planCopy: [client.client_id, { fromId: made.client_id, exactly: false }],
      planBulk: [{ what: 'revoke', target: { ids: [made.client_id] } }],
      planApiBulk: [{ what: 'delete', target: { ids: [doomedApi.id] } }],
      planClientApis: [client.client_id, { what: 'authorize', apiIds: [api.id] }],
      applyChangeSet: [{ setId: plans[3], reason: '' }],
      stopChangeSet: [plans[3]],
      readApiScopes: [api.id],
      createApi: [idle, { name: 'New', identifier: newIdentifier, signingAlgorithm: 'RS256' }],
      findApiByIdentifier: [api.identifier],
      updateApi: [
        api.id,
        { name: api.name, tokenLifetime: 86_400 },
        idle,
        { name: 'Renamed', tokenLifetime: 86_400 },
      ],
      revealSigningSecret: [api.id],
      addScopes: [api.id, [{ value: 'read:more', description: '' }]],
      describeScope: [api.id, { value: 'read:orders', from: 'Read orders', to: 'Read every order' }],
      readScopeImpact: [api.identifier, ['create:orders']],
      removeScope: [api.id, 'create:orders'],
      createClient: [idle, { name: `new ${newIdentifier}`, description: '', type: 'non_interactive' }],
      updateClient: [client.client_id, opened, idle, { ...opened, description: 'Changed' }],
      rotateClientSecret: [client.client_id],
      revealClientSecret: [client.client_id],
      setAccess: [
        {
          ...parties,
          clientName: client.name,
          apiName: api.name,
          from: null,
          to: { scope: [], allScopes: false },
        },
      ],
      readAccess: [parties],
      readAuthorizedClients: [{ audience: api.identifier }],
      createTestClient: [api.id],
      requestToken: [{ apiId: api.id, clientId: client.client_id, scopes: [] }],
      callApi: [{ url: `${environment.tenantUrl}/.well-known/jwks.json`, method: 'GET', token: 'a' }],
      judgeImport: [{ source: 'a,b,c', exactly: false }],
      planImport: [{ source: `clients: [{ name: imported ${newIdentifier} }]`, exactly: false }],
      snoozeFinding: [finding, idle, { reason: 'Seasonal', days: '7' }],
      takeBackSnooze: [finding],
      readLastToken: [parties],
      refreshMirror: [],
      updateTenantSettings: [names, idle, names],
      setApisEnabled: [true],
      deleteClient: [doomed.client_id],
      deleteApi: [doomedApi.id],
    }
    expect(Object.keys(calls).toSorted()).toEqual(actionNames.toSorted())

    const stateOf = async () =>
      JSON.stringify([
        await tenant.api.resourceServers.get(api.id),
        await tenant.api.clients.get(client.client_id),
        await tenant.api.clients.get(doomed.client_id),
        await tenant.api.resourceServers.get(doomedApi.id),
        (await tenant.api.clientGrants.list({ audience: api.identifier })).data,
        await readSettings(),
      ])
    const secrets = [client.client_secret, String(api.signing_secret)]
    const before = await stateOf()

    for (const [email, refusal] of [
      [null, '"status":"signed_out"'],
      ['jonas@grantboard.example', 'who is not an admin of this dashboard'],
    ] as const) {
      const request = await playwright.request.newContext({
        baseURL: environment.url,
        storageState: { cookies: email ? [await sessionCookie(email)] : [], origins: [] },
      })
      for (const [name, args] of Object.entries(calls)) {
        const { text } = await callAction(request, name, args, fill)
        expect(text, name).toContain(refusal)
        for (const secret of secrets) expect(text, name).not.toContain(secret)
      }
      await request.dispose()
    }
    expect(await stateOf()).toBe(before)
    await untilMirrored()

    for (const [name, args] of Object.entries(calls)) {
      const { status, text } = await callAction(admin, name, args, fill)
      expect([200, 303], name).toContain(status)
      expect(text, name).not.toMatch(/"status":"(signed_out|failed|invalid|conflict)"/)
    }
    await admin.dispose()
    for (const { client_id, name } of (await tenant.api.clients.list({ per_page: 100 })).data)
      if (client_id && [`new ${newIdentifier}`, 'Renamed (Test Application)'].includes(name ?? ''))
        tenant.removeClientLater(client_id)
  })
})
