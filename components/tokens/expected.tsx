import { type ReactNode, useId } from 'react'
import { lifetimeInWords } from '@/lib/apis/lifetime'
import type { Mend } from '@/lib/tokens/mend'
import { needReason } from '@/lib/tokens/need'
import type { Prediction } from '@/lib/tokens/predict'
import type { TokenApi, TokenClient, TokenRequest } from '@/lib/tokens/token'
import { ReasonList } from './reason-list'

type Props = {
  asked: { api: TokenApi; client: TokenClient; request: TokenRequest }
  prediction: Prediction
  need: string
  renderMend: (mend: Mend) => ReactNode
}

/** What the tenant will answer, and why. */
export function Expected({ asked, prediction, need, renderMend }: Props) {
  const id = useId()
  const { token, reasons } = prediction
  const carried = String(token?.claims.scope ?? '').split(' ')
  const shown = need && token ? [...reasons, needReason(need, carried, asked)] : reasons
  return (
    <section aria-labelledby={id}>
      <h3 id={id} aria-live="polite" className="mb-1 font-semibold">
        {verdict(prediction)}
      </h3>
      <ReasonList reasons={shown.filter(({ words }) => words.length > 0)} renderMend={renderMend} />
    </section>
  )
}

function verdict({ token, refusal }: Prediction) {
  if (token) return `Expected: a token for ${lifetimeInWords(token.lifetime)}`
  return `Expected: no token, ${refusal.status} ${refusal.error}`
}
