import { html } from 'hono/html'
import type { Context } from 'koa'
import { alertIcon, eyeIcon, lockIcon } from './icons.ts'
import { sendPage } from './page.ts'

type SignIn = {
  status: number
  tenantName: string
  clientName: string
  issuer: string
  email: string
  redirectUri: string
  problem?: string
}

/** The sign-in form: who asks, for which tenant, and what was wrong with the last try. */
export async function sendSignInPage(ctx: Context, signIn: SignIn) {
  const { status, tenantName, clientName, issuer, email, redirectUri, problem } = signIn
  const title = `Sign in to ${tenantName}`
  await sendPage(ctx, status, {
    title: problem ? `${problem} · ${title}` : title,
    formTargets: [formTarget(redirectUri)],
    body: html`<h1>${title}</h1>
<p class="lead">${clientName} asked this tenant to confirm who you are.</p>
${problem && html`<p class="alert" role="alert" id="problem">${alertIcon}<span>${problem}</span></p>`}
<form class="form" method="post">
<div>
<label class="label" for="email">Email address</label>
<div class="field"><input id="email" name="email" type="email" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="320" value="${email}"${focus(!email)}${blame(problem)}></div>
</div>
<div>
<label class="label" for="password">Password</label>
<div class="field"><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1024" aria-describedby="${problem ? 'problem first' : 'first'}"${focus(Boolean(email))}><button type="button" data-reveal="password" aria-label="Show password" aria-pressed="false" hidden>${eyeIcon}</button></div>
<p class="hint" id="first">The first sign-in was printed when the tenant started.</p>
</div>
<button class="primary">Sign in</button>
</form>`,
    foot: html`${lockIcon}<p>Check the address: this page is served by <span class="mono">${issuer}</span>. Your password is sent to this tenant only.</p>`,
  })
}

const focus = (isFirst: boolean) => (isFirst ? html` autofocus` : '')
const blame = (problem?: string) => (problem ? html` aria-describedby="problem"` : '')

/** An origin for web callbacks, a scheme for an installed application's. */
function formTarget(redirectUri: string) {
  const { origin, protocol } = new URL(redirectUri)
  return origin === 'null' ? protocol : origin
}
