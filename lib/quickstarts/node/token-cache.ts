import { code } from '../code.ts'
import { exampleUrl } from '../example.ts'
import type { CacheTrial, CallInput, SourceFile } from '../language.ts'

/** The cache, above the `requestToken` of the library at hand. */
export const tokenCache = code`
let token = { value: '', expires: 0 }
let request

/**
 * The cached token, replaced one minute before it expires.
 * Concurrent callers share one request.
 */
export async function accessToken() {
  if (Date.now() >= token.expires) {
    request ??= requestToken().finally(() => {
      request = undefined
    })
    token = await request
  }
  return token.value
}`

/** The program that calls the API. */
export const client = (input: CallInput): SourceFile => ({
  name: 'client.mjs',
  grammar: 'javascript',
  code: code`
import { accessToken } from './access-token.mjs'

const response = await fetch('${exampleUrl(input)}', {
  headers: { authorization: \`Bearer \${await accessToken()}\` },
  signal: AbortSignal.timeout(10_000),
})
if (!response.ok) {
  const why = response.headers.get('www-authenticate')
  throw new Error(\`\${response.status} \${why}\`)
}
console.log(await response.text())`,
})

export const cacheTrial: CacheTrial = {
  file: {
    name: 'trial.mjs',
    grammar: 'javascript',
    code: code`
import { createInterface } from 'node:readline'
import { accessToken } from './access-token.mjs'

for await (const line of createInterface(process.stdin)) {
  await Promise.all(Array.from({ length: 10 }, accessToken))
  console.log(line)
}`,
  },
  run: code`node trial.mjs`,
}
