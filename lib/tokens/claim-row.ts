import { lifetimeInWords } from '../apis/lifetime'
import type { Mend } from './mend'
import type { Prediction } from './predict'
import type { TokenApi, TokenClient } from './token'
import { type Words, words } from './words'

/** A claim of a token: its value, and what it means in a sentence. Without a verdict nothing was checked yet. */
export type ClaimRow = {
  claim: string
  value: string
  verdict?: 'yes' | 'no' | 'note'
  words: Words
  mend?: Mend
}

/** What the claims of the predicted token will say. */
export function expectedRows(
  { header, claims, lifetime }: NonNullable<Prediction['token']>,
  { api, client }: { api: TokenApi; client: TokenClient },
): ClaimRow[] {
  const rows: ClaimRow[] = [{ claim: 'alg', value: header.alg ?? '', words: signer(api) }]
  for (const [claim, value] of Object.entries(claims))
    rows.push({ claim, value: claimText(value), words: meaning(claim, claims[claim], { api, client }) })
  rows.splice(4, 0, {
    claim: 'exp',
    value: '',
    words: words`${lifetimeInWords(lifetime)} after it is issued`,
  })
  return rows
}

/** What a claim with this value, as it should be, says. */
export function meaning(
  claim: string,
  value: unknown,
  { api, client }: { api: TokenApi; client: TokenClient },
): Words {
  switch (claim) {
    case 'iss':
      return words`Issued by this tenant`
    case 'aud':
      return words`Meant for ${api.name}, to the letter`
    case 'sub':
      return words`${client.name} itself, no person`
    case 'azp':
    case 'client_id':
      return words`Issued to ${client.name}`
    case 'gty':
      return words`Got by client credentials`
    case 'jti':
      return words`Names this one token`
    case 'scope':
      return counted(String(value).split(' ').filter(Boolean).length, api.scopes.length)
    case 'permissions':
      return words`The same as ${'scope'}, as role-based access control asks`
    default:
      return words`Added by the tenant, by an Action for example`
  }
}

export const signer = ({ signingAlgorithm: alg }: TokenApi): Words =>
  alg.startsWith('HS')
    ? words`Signed with the API’s signing secret`
    : words`Signed with the tenant’s private key`

export const claimText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const counted = (count: number, of: number): Words =>
  words`${count} of the API’s ${of} ${of === 1 ? 'scope' : 'scopes'}`
