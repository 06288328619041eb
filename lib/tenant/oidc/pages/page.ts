import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Context } from 'koa'
import { board } from './board.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

const style = readFileSync(new URL('page.css', import.meta.url), 'utf8')

/** Shows what is typed, where the browser runs scripts; the button is hidden elsewhere. */
const script = `for (const button of document.querySelectorAll('[data-reveal]')) {
  const input = document.getElementById(button.dataset.reveal)
  button.hidden = false
  button.addEventListener('click', () => {
    const shown = input.type === 'text'
    input.type = shown ? 'password' : 'text'
    button.setAttribute('aria-pressed', String(!shown))
    input.focus()
  })
}`

const hash = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`

type Page = {
  title: string
  body: Html
  foot?: Html | ''
  /** Where a form of the page may end up: browsers hold redirects after a POST to `form-action` too. */
  formTargets?: string[]
}

/** Answers with a page of the tenant's own: nothing from another origin, nothing that runs but our script, no frames. */
export async function sendPage(ctx: Context, status: number, page: Page) {
  const { title, body, foot = '', formTargets = [] } = page
  ctx.status = status
  ctx.type = 'html'
  ctx.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src ${hash(style)}`,
      `script-src ${hash(script)}`,
      "font-src 'self'",
      "img-src 'self'",
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  })
  ctx.body = String(
    await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/u/favicon.svg" type="image/svg+xml">
<style>${raw(style)}</style>
</head>
<body>
<div class="sign">
<div class="column">
<header class="brand">${mark} Grantboard</header>
<main class="content">${body}</main>
${foot && html`<footer class="foot">${foot}</footer>`}
</div>
${board}
</div>
<script>${raw(script)}</script>
</body>
</html>
`,
  )
}

const mark = html`<svg class="mark" viewBox="0 0 20 20" aria-hidden="true"><rect class="edge" x="1.75" y="1.75" width="6.5" height="6.5" rx="1.25"/><rect class="granted" x="11" y="1" width="8" height="8" rx="2"/><rect class="edge some" x="1.75" y="11.75" width="6.5" height="6.5" rx="1.25"/><path class="granted" d="M2 12v6h6z"/><rect class="edge" x="11.75" y="11.75" width="6.5" height="6.5" rx="1.25"/></svg>`
