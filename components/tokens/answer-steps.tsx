import { Check, TriangleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Badge } from '@/components/ui/badge'
import { Banner } from '@/components/ui/banner'
import { formatNumber } from '@/lib/number-text'
import { checkedRows } from '@/lib/tokens/check'
import { type ClaimRow, expectedRows } from '@/lib/tokens/claim-row'
import { differences } from '@/lib/tokens/compare'
import { decodeToken, scopesIn } from '@/lib/tokens/decode'
import type { Exchange } from '@/lib/tokens/exchange'
import { expectedAnswer } from '@/lib/tokens/expected-answer'
import type { Mend } from '@/lib/tokens/mend'
import { needReason } from '@/lib/tokens/need'
import type { Prediction } from '@/lib/tokens/predict'
import type { TokenApi, TokenClient, TokenRequest } from '@/lib/tokens/token'
import { tokenRequest } from '@/lib/tokens/token-request'
import { ClaimList } from './claim-list'
import { ExchangeView } from './exchange-view'
import { IssuedToken } from './issued-token'
import { StepHead } from './step-head'
import { WordsText } from './words-text'

type Props = {
  asked: { issuer: string; api: TokenApi; client: TokenClient; request: TokenRequest }
  need: string
  /** Made before it was asked. */
  prediction: Prediction
  /** Absent until it was asked. */
  exchange?: Exchange
  renderMend: (mend: Mend) => ReactNode
}

/** Steps 2 and 3: the request with its answer, and what the token says; both as expected until they are real. */
export function AnswerSteps({ asked, need, prediction, exchange, renderMend }: Props) {
  const id = useId()
  const { issuer, api, client, request } = asked
  const rows = exchange ? realRows(asked, need, prediction, exchange) : predictedRows(asked, prediction)
  const found = exchange ? differences(prediction, exchange) : []
  const asExpected =
    found.length === 0 && rows.every(({ verdict, claim }) => verdict !== 'no' || claim === needed)
  return (
    <>
      <section aria-labelledby={`${id}-exchange`} className="grid grid-cols-1 gap-2.5">
        <StepHead id={`${id}-exchange`} number={2} title="Request and answer">
          {exchange && (
            <span role="status" className="flex items-center gap-3">
              <Outcome asExpected={asExpected} />
              <span className="text-xs text-ink-faint">
                {formatNumber(exchange.milliseconds)} ms, {clock(exchange.at)}
              </span>
            </span>
          )}
        </StepHead>
        {found.length > 0 && (
          <Banner tone="warning" title="The tenant answered otherwise than predicted.">
            {found.map((words, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no names
              <span key={index}>
                <WordsText words={words} />.{' '}
              </span>
            ))}
            Something may have changed since this page was read, or the tenant has rules of its own.
          </Banner>
        )}
        <ExchangeView
          request={tokenRequest({ issuer, audience: api.identifier, client, scopes: request.scopes })}
          answer={exchange?.answer ?? expectedAnswer(prediction)}
          answerLabel={exchange ? 'Answer' : 'Expected answer'}
          values={[client.id, api.identifier, issuer]}
        >
          {exchange?.issued && <IssuedToken token={exchange.issued.token} />}
        </ExchangeView>
      </section>
      {rows.length > 0 && (
        <section aria-labelledby={`${id}-claims`} className="grid grid-cols-1 gap-2.5">
          <StepHead
            id={`${id}-claims`}
            number={3}
            title={exchange ? 'What the token says' : 'What the token will say'}
          >
            {exchange && <span className="text-xs text-ink-faint">{passed(rows)}</span>}
          </StepHead>
          <ClaimList rows={rows} renderMend={renderMend} />
        </section>
      )}
    </>
  )
}

const clock = (at: string) => new Date(at).toLocaleTimeString('en-GB')

function Outcome({ asExpected }: { asExpected: boolean }) {
  return asExpected ? (
    <Badge tone="success">
      <Check aria-hidden="true" className="size-3.5!" />
      As expected
    </Badge>
  ) : (
    <Badge tone="warning">
      <TriangleAlert aria-hidden="true" className="size-3.5!" />
      Not as expected
    </Badge>
  )
}

/** The last row: not a claim, but what the call asks of them. */
const needed = 'need'

const predictedRows = (asked: Props['asked'], { token }: Prediction) =>
  token ? expectedRows(token, asked) : []

function realRows(
  asked: Props['asked'],
  need: string,
  prediction: Prediction,
  { issued, at }: Exchange,
): ClaimRow[] {
  if (!issued) return []
  const { token } = decodeToken(issued.token)
  if (!token || !prediction.token)
    return [
      {
        claim: 'token',
        value: '',
        verdict: 'no',
        words: ['It is no JWT, so nothing in it can be read or verified'],
      },
    ]
  const { signature } = issued
  const rows = checkedRows(token, { ...asked, expected: prediction.token, signature, now: new Date(at) })
  return need ? [...rows, { claim: needed, value: need, ...needReason(need, scopesIn(token), asked) }] : rows
}

function passed(rows: ClaimRow[]) {
  const judged = rows.filter(({ verdict }) => verdict !== 'note')
  const good = judged.filter(({ verdict }) => verdict === 'yes').length
  return `${good} of ${judged.length} checks passed`
}
