import { html } from 'hono/html'
import type { Context } from 'koa'
import { sendPage } from './page.ts'

type Message = { title: string; what: string; next?: string; facts?: Record<string, string | undefined> }

/** A page that says what happened, to what, and what to do next. */
export async function sendMessage(ctx: Context, status: number, { title, what, next, facts = {} }: Message) {
  const known = Object.entries(facts).filter(([, value]) => value)
  await sendPage(ctx, status, {
    title,
    body: html`<h1>${title}</h1>
<p class="lead">${what}</p>
${next && html`<p class="running">${next}</p>`}
${known.length > 0 && html`<dl class="facts">${known.map(([term, value]) => html`<dt>${term}</dt><dd class="mono">${value}</dd>`)}</dl>`}`,
  })
}

export const sendExpired = (ctx: Context) =>
  sendMessage(ctx, 400, {
    title: 'This sign-in has expired',
    what: 'It was finished already, was open for more than an hour, or began in another browser. You were not signed in.',
    next: 'Go back to the application you came from and sign in again.',
  })
