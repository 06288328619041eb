import * as oidc from 'openid-client'
import { Browser } from './browser.ts'
import { callback, password } from './start-oidc.ts'

export const credentials = { email: 'ada@example.com', password }

/** For tests: the client `dashboard`, played by openid-client. */
export async function relyingParty(issuer: string) {
  const http = { execute: [oidc.allowInsecureRequests] }
  const config = await oidc.discovery(new URL(issuer), 'dashboard', 'dashboard-secret', undefined, http)

  async function request(parameters: Record<string, string> = {}) {
    const verifier = oidc.randomPKCECodeVerifier()
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid profile email offline_access',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...parameters,
    })
    return { url, checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce } }
  }

  async function signIn(browser = new Browser(), parameters: Record<string, string> = {}) {
    const { url, checks } = await request(parameters)
    const form = await browser.follow(url)
    const { next } = form.next ? form : await browser.follow(form.at, credentials)
    if (!next) throw new Error('The sign-in did not end at the client')
    return { browser, tokens: await oidc.authorizationCodeGrant(config, next, checks) }
  }

  const isSignedIn = async (browser: Browser) => {
    const { next } = await browser.follow((await request({ prompt: 'none' })).url)
    return next?.searchParams.has('code') ?? false
  }
  return { config, request, signIn, isSignedIn }
}
