'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import type { GrantActions } from '@/components/grants/use-grant-writes'
import { Banner } from '@/components/ui/banner'
import { FailureText } from '@/components/ui/failure-text'
import type { ActionResult } from '@/lib/action-state'
import { routes } from '@/lib/routes'
import type { CallAnswer } from '@/lib/tokens/call-answer'
import type { Mend } from '@/lib/tokens/mend'
import { predict } from '@/lib/tokens/predict'
import type { ApiCall } from '@/lib/tokens/schema'
import type { TokenApi, TokenClient } from '@/lib/tokens/token'
import { AnswerSteps } from './answer-steps'
import { AskButton } from './ask-button'
import { AskForm } from './ask-form'
import { CallStep } from './call-step'
import { Expected } from './expected'
import { ExplainPanel } from './explain-panel'
import { Explanations } from './explanations'
import { MendButton } from './mend-button'
import { NoTestClient } from './no-test-client'
import type { Question } from './question'
import { type Ask, useExchange } from './use-exchange'

type Props = {
  /** With its trailing slash. */
  issuer: string
  /** Where the server may send a token. */
  callable: string[]
  api: TokenApi
  clients: TokenClient[]
  /** Whether these are all clients of the tenant. */
  complete: boolean
  /** As the address asked. */
  initial: Question
  actions: {
    setAccess: GrantActions['set']
    requestToken: Ask
    callApi: (call: ApiCall) => Promise<ActionResult<CallAnswer>>
    createTestClient: () => Promise<ActionResult<string>>
  }
}

/** What a client would get and why not, before anything is asked; then what it really gets. */
export function TestBench({ issuer, callable, api, clients, complete, initial, actions }: Props) {
  const router = useRouter()
  const form = useRef<HTMLElement>(null)
  const [reading, startReading] = useTransition()
  const [question, setQuestion] = useState(initial)
  const { answered, failure, asking, send, forget } = useExchange(actions.requestToken)
  const find = (id: string | undefined) => clients.find((client) => client.id === id)
  const client = find(question.client)
  const asked = client && { issuer, api, client, request: { scopes: question.scopes } }
  const prediction = asked && predict(asked)

  const known = { issuer, api, clients, complete, client, need: question.need }

  function put(next: Question) {
    setQuestion(next)
    if (next.client !== question.client || next.scopes !== question.scopes) forget()
    const address = routes.apiTest(api.id, next)
    // What is known of the client is enough to predict, so the page is not read again for it.
    if (next.client === question.client || find(next.client)) window.history.replaceState(null, '', address)
    else startReading(() => router.replace(address, { scroll: false }))
  }

  const renderMend = (mend: Mend) => (
    <MendButton
      mend={mend}
      api={api}
      clients={clients}
      setAccess={actions.setAccess}
      onAsk={({ client, scopes }) => {
        put({ ...question, client: client ?? question.client, scopes })
        form.current?.focus()
      }}
    />
  )

  return (
    <div className="grid items-start gap-x-10 gap-y-7 desk:grid-cols-[280px_minmax(0,1fr)]">
      {clients.every(({ access }) => !access) && (
        <div className="desk:col-span-2">
          <NoTestClient
            api={api}
            create={actions.createTestClient}
            onCreated={(client) => put({ ...question, client })}
          />
        </div>
      )}
      <AskForm
        ref={form}
        api={api}
        clients={clients}
        complete={complete}
        client={client}
        question={question}
        onQuestion={put}
      >
        {reading && <p role="status">Reading what the client is granted…</p>}
        {!asked && !reading && (
          <p className="text-ink-muted">Choose a client to see what the tenant will answer it.</p>
        )}
        {asked && prediction && (
          <>
            <Expected asked={asked} prediction={prediction} need={question.need} renderMend={renderMend} />
            <AskButton
              client={asked.client}
              busy={asking}
              again={answered !== undefined}
              onAsk={() =>
                send({ apiId: api.id, clientId: asked.client.id, scopes: question.scopes }, prediction)
              }
            />
          </>
        )}
      </AskForm>
      <div className="grid min-w-0 grid-cols-1 gap-7">
        {failure && (
          <Banner tone="danger" role="alert" title="There is no answer.">
            <FailureText failure={failure} />
          </Banner>
        )}
        {asked && prediction && (
          <AnswerSteps
            asked={asked}
            need={question.need}
            prediction={answered?.prediction ?? prediction}
            exchange={answered?.exchange}
            renderMend={renderMend}
          />
        )}
        {asked && prediction && (
          <CallStep
            number={prediction.token ? 4 : 3}
            url={question.call || addressOf(api)}
            onUrl={(call) => put({ ...question, call })}
            callable={callable}
            token={answered?.exchange.issued?.token}
            callApi={actions.callApi}
            asked={{ issuer, audience: api.identifier, client: asked.client, scopes: question.scopes }}
            renderExplanation={(text) => <Explanations text={text} known={known} renderMend={renderMend} />}
          />
        )}
        <ExplainPanel known={known} renderMend={renderMend} />
      </div>
    </div>
  )
}

/** An identifier is often the API's address; where it is none, the quickstarts' APIs listen here. */
const addressOf = ({ identifier }: TokenApi) =>
  /^https?:/.test(identifier) ? identifier : 'http://localhost:3001/'
