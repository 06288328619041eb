import type { AuthMethod } from '@/lib/clients/client'

/** How a client proves who it is at the token endpoint. RFC 6749 section 2.3. */
export const authMethodChoices = [
  {
    value: 'client_secret_post',
    label: 'Secret in the body',
    aside: 'client_secret_post',
    explanation: 'A field of the token request, as in Auth0’s quickstarts.',
  },
  {
    value: 'client_secret_basic',
    label: 'Secret in the header',
    aside: 'client_secret_basic',
    explanation: 'HTTP Basic authentication, as RFC 6749 recommends.',
  },
  {
    value: 'none',
    label: 'No secret',
    aside: 'none',
    explanation: 'A public client. It cannot ask for tokens as itself.',
  },
]

/** The Credentials tab says in a sentence what Settings lets choose. */
export const howItIsSent: Record<AuthMethod, string> = {
  client_secret_post: 'In the body of the token request',
  client_secret_basic: 'In the Authorization header of the token request',
  none: 'Not at all: this client authenticates without its secret',
  private_key_jwt: 'Not at all: this client signs an assertion with its private key',
}

/** How a client authenticates, in a word or two. */
export const authMethodLabels: Record<AuthMethod, string> = {
  client_secret_post: 'Secret in the body',
  client_secret_basic: 'Secret in the header',
  private_key_jwt: 'Private key',
  none: 'No secret',
}
