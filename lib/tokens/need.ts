import type { Reason } from './predict'
import { grantedScopes, type TokenApi, type TokenClient, type TokenRequest } from './token'
import { code, words } from './words'

type Asked = { api: TokenApi; client: TokenClient; request: TokenRequest }

/** Whether a token with these scopes is enough for a call that needs `need`, and what to do when it is not. */
export function needReason(need: string, carried: string[], { api, client, request }: Asked): Reason {
  if (carried.includes(need))
    return { verdict: 'yes', words: words`With ${code(need)}, which the call needs` }

  const lacking = words`Without ${code(need)}, so the API has to answer the call with 403`
  if (!api.scopes.some(({ value }) => value === need))
    return {
      verdict: 'no',
      words: words`${lacking}: ${api.name} does not define it`,
      mend: { kind: 'open', page: 'scopes', label: 'Open its scopes' },
    }
  if (!client.access || !grantedScopes(client.access, api).includes(need))
    return { verdict: 'no', words: lacking, mend: { kind: 'grant', clientId: client.id, scopes: [need] } }
  return {
    verdict: 'no',
    words: words`${lacking}: it is granted, but not asked for`,
    mend: { kind: 'ask', label: `Ask for ${need} too`, scopes: [...request.scopes, need] },
  }
}
