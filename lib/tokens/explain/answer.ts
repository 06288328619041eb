import type { Reason } from '../predict'
import { code, words } from '../words'
import type { Known } from './explanation'
import type { Parameters } from './parameters'
import { tenantRefusals } from './tenant-refusals'
import { verifierComplaints } from './verifier-complaints'

/** What an answer of the tenant or of an API means; empty when it says nothing that is known. */
export function explainAnswer(text: string, given: Parameters, known: Known, clientId?: string): Reason[] {
  const said = /Client "([^"\n]{1,128})" is not authorized/.exec(text)?.[1]
  const id = said ?? given.client_id?.value ?? clientId
  const client = id ? known.clients.find((one) => one.id === id) : known.client
  const found = [...tenantRefusals, ...verifierComplaints].flatMap(([pattern, explain]): Reason[] => {
    const match = pattern.exec(text)
    return match ? [{ verdict: 'no', ...explain(match, { known, given, client }) }] : []
  })
  if (found.length > 0 || !given.error) return found
  const description = given.error_description?.value
  return [
    {
      verdict: 'note',
      words: words`It says ${code(given.error.value.slice(0, 200))}${description ? `: ${description.slice(0, 300)}` : ''}. That is no answer this tab knows; the log of the tenant or of the API may say more`,
    },
  ]
}
