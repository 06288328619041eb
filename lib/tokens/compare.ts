import { type Exchange, refusedWith } from './exchange'
import type { Prediction } from './predict'
import { code, type Words, words } from './words'

/** Where the answer is another than was predicted, each in a sentence; claims are compared one by one elsewhere. */
export function differences({ refusal, token }: Prediction, exchange: Exchange): Words[] {
  const { status, issued } = exchange
  const said = refusedWith(exchange)
  if (status === 429) return [words`The tenant limits how often this may be asked, which nobody can predict`]
  if (token) {
    if (issued) return []
    return [
      words`A token was expected, and the answer is ${status} ${code(said.error ?? 'without a reason')}`,
    ]
  }
  if (issued)
    return [words`${refusal.status} ${code(refusal.error)} was expected, and the tenant issued a token`]

  const found: Words[] = []
  if (status !== refusal.status) found.push(words`The status is ${status}, not ${refusal.status}`)
  if (said.error !== refusal.error)
    found.push(words`The error is ${code(said.error ?? 'missing')}, not ${code(refusal.error)}`)
  if (said.description !== refusal.description) found.push(words`The description is worded in another way`)
  return found
}
