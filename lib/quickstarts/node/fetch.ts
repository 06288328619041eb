import { type Code, code } from '../code.ts'
import { accepted, quotedFor } from '../example.ts'
import type { Caller, CallInput } from '../language.ts'
import { cacheTrial, client, tokenCache } from './token-cache.ts'

export const fetchCaller: Caller = {
  slug: 'fetch',
  name: 'fetch',
  build: (input) => ({
    files: [{ name: 'access-token.mjs', grammar: 'javascript', code: accessToken(input) }, client(input)],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`node client.mjs`,
    executed: { commands: ['node'] },
    answer: accepted(input),
    cache: cacheTrial,
  }),
}

function accessToken(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('javascript', input)
  return code`
${tokenCache}

async function requestToken() {
  const response = await fetch(${tokenUrl}, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: ${clientId},
      client_secret: process.env.AUTH0_CLIENT_SECRET,
      audience: ${audience},
    }),
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) {
    throw new Error(\`No token: \${await response.text()}\`)
  }
  const { access_token, expires_in } = await response.json()
  return {
    value: access_token,
    expires: Date.now() + (expires_in - 60) * 1000,
  }
}`
}
