import { type Code, code } from '../code.ts'
import { accepted, quotedFor } from '../example.ts'
import type { Caller, CallInput } from '../language.ts'
import { quote } from '../quote.ts'
import { fromNpm } from './from-npm.ts'
import { cacheTrial, client, tokenCache } from './token-cache.ts'

export const openidClient: Caller = {
  slug: 'openid-client',
  name: 'openid-client',
  build: (input) => ({
    ...fromNpm('openid-client@6'),
    files: [{ name: 'access-token.mjs', grammar: 'javascript', code: accessToken(input) }, client(input)],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`node client.mjs`,
    answer: accepted(input),
    cache: cacheTrial,
  }),
}

function accessToken(input: CallInput): Code {
  const { clientId, audience } = quotedFor('javascript', input)
  return code`
import * as oidc from 'openid-client'

let tenant
${tokenCache}

async function requestToken() {
  tenant ??= await oidc.discovery(
    new URL(${quote.javascript(input.issuer)}),
    ${clientId},
    process.env.AUTH0_CLIENT_SECRET,${plainHttp(input)}
  )
  const answer = await oidc.clientCredentialsGrant(tenant, {
    audience: ${audience},
  })
  return {
    value: answer.access_token,
    expires: Date.now() + (answer.expiresIn() - 60) * 1000,
  }
}`
}

/** Refused unless one says otherwise, which only a tenant on this machine justifies. */
const plainHttp = ({ issuer }: CallInput) =>
  issuer.startsWith('http:')
    ? `
    undefined,
    // the tenant is on this machine
    { execute: [oidc.allowInsecureRequests] },`
    : ''
