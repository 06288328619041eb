import { code } from '../code.ts'
import { examplePath } from '../example.ts'
import { verifyNames } from './verify.ts'
import { scopeCheck, withJose } from './with-jose.ts'

export const koa = withJose({
  slug: 'koa',
  framework: 'Koa',
  packages: ['koa@3', '@koa/router@15'],
  file: (input) => ({
    name: 'server.mjs',
    code: code`
import Router from '@koa/router'
import Koa from 'koa'
import { ${verifyNames(input)} } from './verify.mjs'

const app = new Koa()
const router = new Router()

app.use(async (ctx, next) => {
  try {
    ctx.state.claims = await verify(ctx.get('authorization'))
    await next()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    ctx.status = error.status
    ctx.set('WWW-Authenticate', error.challenge)
  }
})

router.get('${examplePath(input)}', (ctx) => {
${scopeCheck(input, 'ctx.state.claims', '  ')}  ctx.body = { caller: ctx.state.claims.sub }
})

app.use(router.routes())
app.listen(${String(input.port)}, 'localhost')`,
  }),
  run: () => code`node server.mjs`,
})
