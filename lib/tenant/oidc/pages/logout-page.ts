import { html } from 'hono/html'
import type { Context } from 'koa'
import { sendPage } from './page.ts'

/** Asks before signing out, because the request doesn't prove that the person wanted it. */
export async function sendLogoutQuestion(ctx: Context, action: string, returnTo: string | undefined) {
  await sendPage(ctx, 200, {
    title: 'Sign out of this tenant?',
    formTargets: returnTo ? [new URL(returnTo).origin] : [],
    body: html`<h1>Sign out of this tenant?</h1>
<p class="lead">Your session here ends at once. Applications may keep sessions of their own.</p>
<form class="form" method="post" action="${action}"><button class="primary">Sign out</button></form>`,
  })
}
