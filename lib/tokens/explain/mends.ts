import type { Mend } from '../mend'
import type { TokenClient } from '../token'
import type { Known } from './explanation'

/** Authorizes the client, or adds scopes to its grant. */
export const grant = ({ id: clientId }: TokenClient, scopes: string[]): Mend => ({
  kind: 'grant',
  clientId,
  scopes,
})

/** The value that `audience` has to have, for where the request is written. */
export const copyAudience = ({ api }: Known): Mend => ({
  kind: 'copy',
  label: 'Copy the audience',
  text: api.identifier,
})

export const copyIssuer = ({ issuer }: Known): Mend => ({
  kind: 'copy',
  label: 'Copy the issuer',
  text: issuer,
})

export const copyGrantType: Mend = {
  kind: 'copy',
  label: 'Copy the grant type',
  text: 'client_credentials',
}

/** The code that does it right. */
export const openQuickstart = (label: string): Mend => ({ kind: 'open', page: 'quickstart', label })

/** Another token in place of one that is of no use; of the client that is tested when nobody else is known. */
export const askForAnother = (clientId?: string): Mend => ({
  kind: 'ask',
  label: 'Ask for another here',
  clientId,
  scopes: [],
})
