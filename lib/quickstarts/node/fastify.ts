import { code } from '../code.ts'
import { examplePath } from '../example.ts'
import { verifyNames } from './verify.ts'
import { scopeCheck, withJose } from './with-jose.ts'

export const fastify = withJose({
  slug: 'fastify',
  framework: 'Fastify',
  packages: ['fastify@5'],
  file: (input) => ({
    name: 'server.mjs',
    code: code`
import Fastify from 'fastify'
import { ${verifyNames(input)} } from './verify.mjs'

const app = Fastify()

app.decorateRequest('claims')
app.addHook('onRequest', async (request) => {
  request.claims = await verify(request.headers.authorization)
})

app.setErrorHandler((error, request, reply) => {
  if (!(error instanceof Refusal)) throw error
  reply.header('WWW-Authenticate', error.challenge)
  reply.status(error.status).send()
})

app.get('${examplePath(input)}', async ({ claims }) => {
${scopeCheck(input, 'claims', '  ')}  return { caller: claims.sub }
})

await app.listen({ port: ${String(input.port)}, host: 'localhost' })`,
  }),
  run: () => code`node server.mjs`,
})
