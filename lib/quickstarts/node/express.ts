import { type Code, code, value } from '../code.ts'
import { examplePath, exampleScope, isSymmetric, refused } from '../example.ts'
import type { AcceptInput, Acceptor } from '../language.ts'
import { quote } from '../quote.ts'
import { fromNpm } from './from-npm.ts'

export const express: Acceptor = {
  slug: 'express',
  framework: 'Express',
  build: (input) => ({
    ...fromNpm('express@5', 'express-oauth2-jwt-bearer@1'),
    files: [{ name: 'server.mjs', grammar: 'javascript', code: server(input) }],
    secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
    run: code`node server.mjs`,
    // The library also names the algorithms it takes for DPoP (RFC 9449).
    ...refused(input, 'Bearer realm="api", DPoP …'),
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

app.use((error, req, res, next) => {
  res.status(error.status ?? 500).set(error.headers ?? {})
  res.json({ error: error.code })
})

app.listen(${String(port)}, 'localhost')`
}
