import { type Code, code, value } from './code'
import { accepted, examplePath, exampleScope, exampleUrl, isSymmetric, quotedFor, refused } from './example'
import type { AcceptInput, CallInput, Quickstart } from './quickstart'
import { quote } from './quote'

export const express: Quickstart = {
  slug: 'express',
  language: 'Node.js',
  framework: 'Express',
  accept: (input) => ({
    install: code`npm install express express-oauth2-jwt-bearer`,
    files: [{ name: 'server.mjs', grammar: 'javascript', code: server(input) }],
    secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
    run: code`node server.mjs`,
    executed: 'here',
    // The library also names the algorithms it takes for DPoP (RFC 9449).
    ...refused(input, 'Bearer realm="api", DPoP …'),
  }),
  call: (input) => ({
    files: [{ name: 'client.mjs', grammar: 'javascript', code: client(input) }],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`node client.mjs`,
    executed: 'here',
    answer: accepted(input),
  }),
}

function server(input: AcceptInput): Code {
  const { api, port } = input
  const iss = quote.javascript(input.issuer)
  const scope = exampleScope(input)
  const key = isSymmetric(input)
    ? code`issuer: ${iss},
  secret: process.env.AUTH0_SIGNING_SECRET`
    : code`issuerBaseURL: ${iss}`

  return code`
import express from 'express'
import { auth${scope ? ', requiredScopes' : ''} } from 'express-oauth2-jwt-bearer'

const app = express()

app.use(auth({
  ${key},
  audience: ${quote.javascript(api.identifier)},
  tokenSigningAlg: '${value(api.signingAlgorithm)}',
}))

app.get('${examplePath(input)}',${scope ? code` requiredScopes(${quote.javascript(scope)}),` : ''} (req, res) => {
  res.json({ caller: req.auth.payload.sub })
})

app.listen(${String(port)})`
}

function client(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('javascript', input)
  return code`
let token = { value: '', expires: 0 }
let request

/**
 * The cached token, replaced one minute before it expires.
 * Concurrent callers share one request.
 */
async function accessToken() {
  if (Date.now() >= token.expires) {
    request ??= requestToken().finally(() => { request = undefined })
    token = await request
  }
  return token.value
}

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
  })
  if (!response.ok) throw new Error(\`No token: \${await response.text()}\`)

  const { access_token, expires_in } = await response.json()
  return { value: access_token, expires: Date.now() + (expires_in - 60) * 1000 }
}

const response = await fetch('${exampleUrl(input)}', {
  headers: { authorization: \`Bearer \${await accessToken()}\` },
})
if (!response.ok) {
  throw new Error(\`Refused: \${response.headers.get('www-authenticate')}\`)
}
console.log(await response.text())`
}
