'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { GrantActions } from '@/components/grants/use-grant-writes'
import type { ActionResult } from '@/lib/action-state'
import { lifetimeInWords } from '@/lib/apis/lifetime'
import { routes } from '@/lib/routes'
import { expectedRows } from '@/lib/tokens/claim-row'
import { expectedAnswer } from '@/lib/tokens/expected-answer'
import type { Mend } from '@/lib/tokens/mend'
import { needReason } from '@/lib/tokens/need'
import { type Prediction, predict } from '@/lib/tokens/predict'
import type { TokenApi, TokenClient } from '@/lib/tokens/token'
import { tokenRequest } from '@/lib/tokens/token-request'
import { AskForm } from './ask-form'
import { ClaimList } from './claim-list'
import { ExchangeView } from './exchange-view'
import { MendButton } from './mend-button'
import { NoTestClient } from './no-test-client'
import type { Question } from './question'
import { ReasonList } from './reason-list'
import { StepHead } from './step-head'

type Props = {
  /** With its trailing slash. */
  issuer: string
  api: TokenApi
  clients: TokenClient[]
  others: string[]
  /** As the address asked. */
  initial: Question
  actions: {
    setAccess: GrantActions['set']
    createTestClient: () => Promise<ActionResult<string>>
  }
}

/** What a client would get and why not, before anything is asked; then what it really gets. */
export function TestBench({ issuer, api, clients, others, initial, actions }: Props) {
  const router = useRouter()
  const [reading, startReading] = useTransition()
  const [question, setQuestion] = useState(initial)
  const client = clients.find(({ id, access }) => id === question.client && access !== undefined)

  function ask(next: Question) {
    setQuestion(next)
    const address = routes.apiTest(api.id, next)
    const known = clients.some(({ id, access }) => id === next.client && access !== undefined)
    // What is known of the client is enough to predict, so the page is not read again for it.
    if (known) window.history.replaceState(null, '', address)
    else startReading(() => router.replace(address, { scroll: false }))
  }

  const renderMend = (mend: Mend) => (
    <MendButton
      mend={mend}
      api={api}
      clients={clients}
      setAccess={actions.setAccess}
      onAsk={({ client, scopes }) => ask({ ...question, client: client ?? question.client, scopes })}
    />
  )
  const asked = client && { issuer, api, client, request: { scopes: question.scopes } }
  const prediction = asked && predict(asked)
  const carried = String(prediction?.token?.claims.scope ?? '').split(' ')

  return (
    <div className="grid items-start gap-x-10 gap-y-7 desk:grid-cols-[280px_minmax(0,1fr)]">
      <AskForm
        api={api}
        clients={clients}
        others={others}
        client={client}
        question={question}
        onQuestion={ask}
      >
        {prediction && asked && (
          <section aria-labelledby="expected">
            <h3 id="expected" aria-live="polite" className="mb-1 font-semibold">
              {verdict(prediction)}
            </h3>
            <ReasonList
              reasons={
                question.need && prediction.token
                  ? [...prediction.reasons, needReason(question.need, carried, asked)]
                  : prediction.reasons
              }
              renderMend={renderMend}
            />
          </section>
        )}
        {reading && <p role="status">Reading what the client is granted…</p>}
      </AskForm>
      <div className="grid min-w-0 grid-cols-1 gap-7">
        {clients.every(({ access }) => !access) && others.length === 0 && (
          <NoTestClient
            api={api}
            create={actions.createTestClient}
            onCreated={(client) => ask({ ...question, client })}
          />
        )}
        {prediction && asked && (
          <>
            <section aria-labelledby="exchange" className="grid grid-cols-1 gap-2.5">
              <StepHead id="exchange" number={2} title="Request and answer" />
              <ExchangeView
                request={tokenRequest({
                  issuer,
                  audience: api.identifier,
                  client: asked.client,
                  scopes: question.scopes,
                })}
                answer={expectedAnswer(prediction)}
                answerLabel="Expected answer"
                values={[asked.client.id, api.identifier, issuer]}
                foot="Nothing was sent yet."
              />
            </section>
            {prediction.token && (
              <section aria-labelledby="claims" className="grid grid-cols-1 gap-2.5">
                <StepHead id="claims" number={3} title="What the token will say" />
                <ClaimList rows={expectedRows(prediction.token, asked)} renderMend={renderMend} />
              </section>
            )}
          </>
        )}
      </div>
    </div>
  )
}

function verdict({ token, refusal }: Prediction) {
  if (token) return `Expected: a token for ${lifetimeInWords(token.lifetime)}`
  return `Expected: no token, ${refusal.status} ${refusal.error}`
}
