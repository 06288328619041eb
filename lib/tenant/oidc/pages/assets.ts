import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Middleware } from 'koa'

const font = (file: string) => ({
  type: 'font/woff2',
  body: readFileSync(fileURLToPath(import.meta.resolve(`@fontsource-variable/${file}`))),
})

const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><style>.e{fill:none;stroke:#161a18;stroke-width:1.5}.s{stroke:#0b6878}.g{fill:#0b6878}@media(prefers-color-scheme:dark){.e{stroke:#e8ecea}.s{stroke:#4bb9c8}.g{fill:#4bb9c8}}</style><rect class="e" x="1.75" y="1.75" width="6.5" height="6.5" rx="1.25"/><rect class="g" x="11" y="1" width="8" height="8" rx="2"/><rect class="e s" x="1.75" y="11.75" width="6.5" height="6.5" rx="1.25"/><path class="g" d="M2 12v6h6z"/><rect class="e" x="11.75" y="11.75" width="6.5" height="6.5" rx="1.25"/></svg>`

const files = new Map([
  ['/u/geist.woff2', font('geist/files/geist-latin-wght-normal.woff2')],
  ['/u/geist-mono.woff2', font('geist-mono/files/geist-mono-latin-wght-normal.woff2')],
  ['/u/favicon.svg', { type: 'image/svg+xml', body: Buffer.from(favicon) }],
])

/** The files the tenant's pages need, from memory. */
export const assets: Middleware = (ctx, next) => {
  const file = files.get(ctx.path)
  if (!file || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next()

  ctx.set('Cache-Control', 'public, max-age=86400')
  ctx.type = file.type
  ctx.body = file.body
}
