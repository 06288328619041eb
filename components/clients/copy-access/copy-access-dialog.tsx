'use client'

import { useState } from 'react'
import { PlanDialog } from '@/components/changes/plan-dialog'
import { ClientSearch } from '@/components/clients/find/client-search'
import { FailureText } from '@/components/ui/failure-text'
import { RadioGroup } from '@/components/ui/radio-group'
import { useAnswer } from '@/components/ui/use-answer'
import { ChosenClient } from './chosen-client'
import type { CopyActions, CopyClient } from './copy-actions'
import { changesIn, copyWords } from './copy-words'

type Props = { client: CopyClient; actions: CopyActions; onClose: () => void }

/** Which client to copy from, in which of two ways, and what that comes to; then the plan. */
export function CopyAccessDialog({ client, actions, onClose }: Props) {
  const [from, setFrom] = useState<CopyClient>()
  const [exactly, setExactly] = useState(false)
  const answer = useAnswer(from?.id, actions.judge)
  const sum = answer?.status === 'done' ? answer.value[exactly ? 'exactly' : 'add'] : undefined
  const failure = answer && answer.status !== 'done' ? answer : undefined

  return (
    <PlanDialog
      title={`Copy access to ${client.name}`}
      lead="Its client grants become like another client’s: the same APIs, the same scopes."
      about={from?.id}
      disabled={!sum || changesIn(sum) === 0}
      plan={() => from && actions.plan({ fromId: from.id, exactly })}
      onClose={onClose}
    >
      {from ? (
        <ChosenClient client={from} onChange={() => setFrom(undefined)} />
      ) : (
        <ClientSearch label="Copy from" except={client.id} onChoose={setFrom} />
      )}
      <RadioGroup
        label="How"
        name="how"
        choices={ways(client.name)}
        defaultValue="add"
        onChange={({ target }) => setExactly(target.value === 'exactly')}
      />
      <p role="status" className="min-h-5 text-ink-muted">
        {from && !failure && (sum ? copyWords(sum, client.name) : `Comparing it with ${from.name}`)}
        {failure && <FailureText failure={failure} />}
      </p>
    </PlanDialog>
  )
}

const ways = (name: string) => [
  {
    value: 'add',
    label: 'Add what is missing',
    explanation: `${name} keeps all it has.`,
  },
  {
    value: 'exactly',
    label: 'Exactly the same',
    explanation: `${name} also loses the APIs and scopes that the other one does not have.`,
  },
]
