'use client'

import { useState, useTransition } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { PageHead } from '@/components/ui/page-head'
import { RadioGroup } from '@/components/ui/radio-group'
import { useEarlyFields } from '@/components/ui/use-typed-early'
import type { ActionFailure, ActionResult } from '@/lib/action-state'
import { counted } from '@/lib/counted'
import { routes } from '@/lib/routes'
import type { Judgement } from '@/lib/transfer/judgement'
import type { ImportInput } from '@/lib/transfer/schema'
import { importWords } from './import-words'
import { SourceField } from './source-field'
import { inputOf, type Source, useJudgement } from './use-judgement'
import { VerdictList } from './verdict-list'

type Props = {
  /** The API that an OpenAPI document's scopes are for. */
  into?: { id: string; name: string }
  judge: (input: ImportInput) => Promise<ActionResult<Judgement>>
  plan: (input: ImportInput) => Promise<ActionResult>
}

const everyFormat =
  'Client grants as CSV; clients, APIs and grants as JSON or for auth0-deploy-cli (YAML, or its folder as ZIP); an API’s scopes from an OpenAPI document.'

const examples = {
  grants: 'client,api,scopes\nbilling-worker,https://orders.example.com,read:orders write:orders',
  scopes: `openapi: 3.1.0
components:
  securitySchemes:
    orders:
      type: oauth2
      flows:
        clientCredentials:
          scopes: { 'read:orders': Read orders }`,
}

const waysWith = (losses: string) => [
  {
    value: 'add',
    label: 'Add what is missing',
    explanation: 'Nothing is taken away from what the tenant has.',
  },
  { value: 'exactly', label: 'Exactly what it says', explanation: losses },
]

const ways = {
  grants: waysWith(
    'Clients and APIs it names lose grants and scopes it leaves out. Clients and APIs are never deleted.',
  ),
  scopes: waysWith('This API, and every client that holds them, loses the scopes it leaves out.'),
}

/** What was planned last in this tab, for who comes back to what was not taken. Kept nowhere: it may hold secrets. */
let kept: Source | undefined

/** What is brought in left, what becomes of each part of it right; what is ready goes on to a plan, the rest stays. */
export function ImportDesk({ into, judge, plan }: Props) {
  const [source, setSource] = useState<Source>(() => kept ?? { text: '' })
  const [exactly, setExactly] = useState(false)
  const meetWay = useEarlyFields((_, way) => setExactly(way === 'exactly'))
  const [refusal, setRefusal] = useState<ActionFailure>()
  const [planning, startTransition] = useTransition()
  const what = into ? 'scopes' : 'grants'
  const how = { exactly, apiId: into?.id }
  const { judgement, failure, pending } = useJudgement(judge, source, how)
  const told = failure ?? refusal
  const changes = judgement?.changes ?? 0

  function review() {
    kept = source
    startTransition(async () => {
      const result = await attempt(async () => plan(await inputOf(source, how)))
      setRefusal(result.status === 'done' ? undefined : result)
    })
  }

  return (
    <>
      <PageHead
        title={into ? `Import scopes into ${into.name}` : 'Import'}
        crumb={into && { href: routes.apiScopes(into.id), label: into.name }}
        sub={
          into
            ? 'From an OpenAPI document, JSON or YAML: the scopes of its OAuth flows become scopes of this API.'
            : everyFormat
        }
      />
      <div className="grid gap-x-8 gap-y-4 wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="grid content-start gap-4">
          <SourceField
            source={source}
            example={examples[what]}
            onSource={(changed) => {
              setRefusal(undefined)
              setSource(changed)
            }}
          />
          <RadioGroup
            label="How"
            name="how"
            choices={ways[what]}
            defaultValue="add"
            ref={(field) => meetWay('how', field)}
            onChange={({ target }) => setExactly(target.value === 'exactly')}
          />
        </div>
        <section aria-label="What becomes of it" aria-busy={pending}>
          {judgement ? (
            <VerdictList label="Preview" verdicts={judgement.verdicts} />
          ) : (
            <p className="text-ink-muted">
              {pending
                ? 'Comparing it with the tenant'
                : 'What becomes of each line shows here, before anything is changed.'}
            </p>
          )}
        </section>
      </div>
      {told && (
        <div className="mt-4">
          <Banner tone="danger" role="alert" title="Nothing was changed.">
            <FailureText failure={told} />
          </Banner>
        </div>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-2 max-wide:[&>button]:flex-1">
        <p role="status" className="flex-1 text-ink-muted max-wide:basis-full">
          {judgement && !pending ? importWords(judgement) : ''}
        </p>
        <Button
          kind="primary"
          busy={planning && 'Planning'}
          disabled={changes === 0 || pending || failure !== undefined}
          onClick={review}
        >
          {changes === 0 ? 'Review changes' : `Review ${counted(changes, 'change')}`}
        </Button>
      </div>
    </>
  )
}
