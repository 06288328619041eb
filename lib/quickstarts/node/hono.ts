import { code } from '../code.ts'
import { examplePath } from '../example.ts'
import { verifyNames } from './verify.ts'
import { scopeCheck, withJose } from './with-jose.ts'

export const hono = withJose({
  slug: 'hono',
  framework: 'Hono',
  packages: ['hono@4', '@hono/node-server@2'],
  file: (input) => ({
    name: 'server.mjs',
    code: code`
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { ${verifyNames(input)} } from './verify.mjs'

const app = new Hono()

app.use(async (c, next) => {
  c.set('claims', await verify(c.req.header('authorization')))
  await next()
})

app.onError((error, c) => {
  if (!(error instanceof Refusal)) throw error
  const headers = { 'WWW-Authenticate': error.challenge }
  return c.body(null, error.status, headers)
})

app.get('${examplePath(input)}', (c) => {
${scopeCheck(input, `c.get('claims')`, '  ')}  return c.json({ caller: c.get('claims').sub })
})

serve({ fetch: app.fetch, port: ${String(input.port)}, hostname: 'localhost' })`,
  }),
  run: () => code`node server.mjs`,
})
