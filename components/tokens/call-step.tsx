'use client'

import { Send } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { ActionFailure, ActionResult } from '@/lib/action-state'
import type { CallAnswer } from '@/lib/tokens/call-answer'
import type { TokenExport } from '@/lib/tokens/exports/export'
import { messageText } from '@/lib/tokens/http-message'
import type { ApiCall } from '@/lib/tokens/schema'
import { CallResult } from './call-result'
import { Exports } from './exports'
import { StepHead } from './step-head'

type Props = {
  number: number
  /** The address that the tab's address asked for, or the API's identifier. */
  url: string
  onUrl: (url: string) => void
  /** Where the server may send a token. */
  callable: string[]
  /** The one on screen, if there is one. */
  token?: string
  callApi: (call: ApiCall) => Promise<ActionResult<CallAnswer>>
  /** The rest of what an export is filled with. */
  asked: Omit<Parameters<TokenExport['build']>[0], 'call'>
  /** An answer's text, explained. */
  renderExplanation: (answer: string) => ReactNode
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]

/** Step 4: the API is called with the token, from the server or, by copying, from anywhere else. */
export function CallStep({ number, url, onUrl, callable, token, callApi, asked, renderExplanation }: Props) {
  const id = useId()
  const [method, setMethod] = useState<Method>('GET')
  const [body, setBody] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ActionFailure>()
  const [answered, setAnswered] = useState<{ answer: CallAnswer; token: string }>()
  const hasBody = method !== 'GET' && method !== 'DELETE' && body.trim() !== ''
  const call = { url, method, ...(hasBody && { body }) }
  const refusal = whyNot(url, callable)
  // An answer to another token says nothing about this one.
  const answer = answered?.token === token ? answered?.answer : undefined

  async function send(token: string) {
    setBusy(true)
    setFailure(undefined)
    setAnswered(undefined)
    const result = await attempt(() => callApi({ ...call, token }))
    setBusy(false)
    if (result.status === 'done') setAnswered({ answer: result.value, token })
    else setFailure(result)
  }

  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-3">
      <StepHead id={id} number={number} title="Call the API" />
      <div className="grid grid-cols-[104px_minmax(0,1fr)_auto] items-end gap-2 max-wide:grid-cols-1">
        <SelectField
          label="Method"
          value={method}
          onChange={(event) => setMethod(event.target.value as Method)}
        >
          {methods.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
        <TextField
          mono
          label="Address"
          type="url"
          inputMode="url"
          value={url}
          placeholder="https://orders.example.com/orders"
          onChange={(event) => onUrl(event.target.value)}
        />
        <Button
          icon={<Send aria-hidden="true" />}
          busy={busy && 'Calling'}
          disabledReason={
            refusal ? 'The sentence below says why not' : token ? undefined : 'Ask for a token first'
          }
          onClick={() => token && send(token)}
        >
          Call it
        </Button>
      </div>
      {method !== 'GET' && method !== 'DELETE' && (
        <TextArea mono label="Body (JSON)" value={body} onChange={(event) => setBody(event.target.value)} />
      )}
      {refusal && <p className="text-ink-muted">{refusal}</p>}
      {failure && (
        <Banner tone="danger" role="alert" title="There is no answer.">
          <FailureText failure={failure} />
        </Banner>
      )}
      {answer && (
        <>
          <CallResult answer={answer} />
          {answer.status >= 400 && renderExplanation(messageText(answer.answer))}
        </>
      )}
      {URL.canParse(url) && <Exports input={{ ...asked, call }} />}
    </section>
  )
}

/** Why the server won't call the address, with what would let it. */
function whyNot(url: string, callable: string[]): ReactNode {
  const origin = URL.parse(url)?.origin
  const named = origin && origin !== 'null' ? origin : 'https://orders.example.com'
  const setting = <code className="wrap-anywhere">GRANTBOARD_TEST_CALLS={named}</code>
  if (callable.length === 0)
    return (
      <>This server sends tokens nowhere. Start the dashboard with {setting} to let it call that address.</>
    )
  if (!origin || origin === 'null')
    return 'Give the whole address, such as https://orders.example.com/orders.'
  if (callable.includes(origin)) return undefined
  return (
    <>
      This server may call {new Intl.ListFormat('en').format(callable)} and nothing else. Add {origin} to{' '}
      <code>GRANTBOARD_TEST_CALLS</code> to let it call this one.
    </>
  )
}
