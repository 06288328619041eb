import type { Context, Middleware } from 'koa'
import { errors, type Provider } from 'oidc-provider'
import type { Tenant } from '../tenant.ts'
import type { Authenticate } from './authenticate.ts'
import { clientAddress } from './client-address.ts'
import { readForm } from './form.ts'
import { signInPath } from './interactions.ts'
import { sendExpired } from './pages/message-page.ts'
import { sendSignInPage } from './pages/sign-in-page.ts'
import { countSignIn, noteSignIn } from './sign-in-event.ts'

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** The page `/u/login/<attempt>`: asks for email address and password, then sends the person on to the client. */
export function signIn(tenant: Tenant, provider: Provider, authenticate: Authenticate): Middleware {
  return async (ctx, next) => {
    if (!ctx.path.startsWith(`${signInPath}/`)) return next()

    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(expired)
    if (interaction?.uid !== ctx.path.slice(signInPath.length + 1)) return sendExpired(ctx)
    if (interaction.prompt.name !== 'login') return finish(ctx, provider, noThirdParties)
    if (ctx.method !== 'POST') return ask(ctx, tenant, interaction, { email: interaction.params.login_hint })
    if (ctx.get('Sec-Fetch-Site') === 'cross-site') return sendExpired(ctx)

    const { email = '', password = '' } = await readForm(ctx.req)
    const address = clientAddress(ctx.req, tenant.issuer)
    const answer = await authenticate(email.trim(), password, address)
    await noteSignIn(tenant, ctx.req, { answer, email, clientId: String(interaction.params.client_id) })
    if (answer.outcome === 'right') {
      await countSignIn(tenant, answer.user, address)
      return finish(ctx, provider, { login: { accountId: answer.user.user_id } })
    }
    if (answer.outcome !== 'waiting') {
      return ask(ctx, tenant, interaction, { email, problem: problems[answer.outcome], status: 400 })
    }
    ctx.set('Retry-After', String(answer.retryAfter))
    await ask(ctx, tenant, interaction, { email, problem: tooMany(answer.retryAfter), status: 429 })
  }
}

const problems = {
  wrong: 'That email address and password don’t match. You were not signed in.',
  blocked: 'This user is blocked. You were not signed in. Ask an admin of this tenant to unblock it.',
}
const noThirdParties = {
  error: 'consent_required',
  error_description: 'This tenant signs people in for first-party clients only',
}

function tooMany(seconds: number) {
  const minutes = Math.ceil(seconds / 60)
  const when = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return `Too many failed sign-ins for this email address. Try again in ${when}.`
}

type Form = { email?: unknown; problem?: string; status?: number }

async function ask(ctx: Context, { issuer, storage }: Tenant, { params }: Interaction, form: Form) {
  const [client, settings] = await Promise.all([
    storage.clients.find(String(params.client_id)),
    storage.settings.get(),
  ])
  await sendSignInPage(ctx, {
    status: form.status ?? 200,
    tenantName: settings.friendly_name || new URL(issuer).host,
    clientName: client?.name ?? String(params.client_id),
    issuer,
    email: typeof form.email === 'string' ? form.email : '',
    redirectUri: String(params.redirect_uri),
    problem: form.problem,
  })
}

async function finish(
  ctx: Context,
  provider: Provider,
  result: Parameters<Provider['interactionResult']>[2],
) {
  const returnTo = await provider.interactionResult(ctx.req, ctx.res, result)
  ctx.status = 303
  ctx.redirect(returnTo)
}

function expired(error: unknown) {
  if (error instanceof errors.SessionNotFound) return undefined
  throw error
}
