'use client'

import { TriangleAlert } from 'lucide-react'
import { useEffect, useState, useTransition } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { Spinner } from '@/components/ui/spinner'
import type { ActionFailure } from '@/lib/action-state'
import type { ScopeImpact } from '@/lib/apis/api'
import { counted } from '@/lib/counted'
import { formatNumber } from '@/lib/number-text'
import { ClientNames } from './client-names'
import type { ScopeActions } from './scope-actions'

type Props = {
  value: string
  /** Until when tokens keep it, in a sentence. */
  ends: string
  actions: Pick<ScopeActions, 'impact' | 'remove' | 'rework'>
  onClose: () => void
  /** Somebody else removed it first. */
  onGone: (failure: ActionFailure) => void
}

/**
 * Under the row it is about, before it is done: who loses the scope, and until when tokens keep it. What no grant lists
 * goes at once, anything else by a plan.
 */
export function ScopeImpactRow({ value, ends, actions, onClose, onGone }: Props) {
  const [impact, setImpact] = useState<ScopeImpact>()
  const [failure, setFailure] = useState<ActionFailure>()
  const [pending, startTransition] = useTransition()
  const [readings, setReadings] = useState(0)
  const { impact: readImpact } = actions
  const held = impact && impact.clients.length > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read is read again when the tenant refused it
  useEffect(() => {
    let left = false
    attempt(() => readImpact([value])).then((result) => {
      if (left) return
      if (result.status === 'done') setImpact(result.value)
      else setFailure(result)
    })
    return () => {
      left = true
    }
  }, [readImpact, value, readings])

  function remove() {
    startTransition(async () => {
      setFailure(undefined)
      const result = await attempt(() =>
        held ? actions.rework({ retired: [value], put: [] }) : actions.remove(value),
      )
      if (result.status === 'done') return onClose()
      if (result.status === 'failed' && result.code === 'not_found') return onGone(result)
      setFailure(result)
      if (result.status === 'failed' && result.code === 'conflict') setReadings((count) => count + 1)
    })
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: one decision is not a fieldset
    <div
      role="group"
      aria-label={`Remove ${value}`}
      className="grid grid-cols-[14px_minmax(0,1fr)_auto] gap-x-2.5 px-3 pt-0.5 pb-3 max-wide:grid-cols-[14px_minmax(0,1fr)] max-wide:px-4"
    >
      <TriangleAlert aria-hidden="true" className="mt-[3px] size-3.5! text-warning" />
      <div aria-live="polite" className="text-ink-muted">
        {impact && <p>{consequence(impact, ends)}</p>}
        {!impact && !failure && (
          <p className="flex items-center gap-2">
            <Spinner /> Reading who is granted {value}
          </p>
        )}
        {failure && (
          <p role="alert" className="text-danger">
            Not removed. <FailureText failure={failure} />
          </p>
        )}
      </div>
      <div className="flex gap-2 max-wide:col-start-2 max-wide:mt-2 max-wide:flex-wrap">
        <Button small onClick={onClose} disabled={pending}>
          Keep scope
        </Button>
        <Button
          small
          kind={held ? 'primary' : 'danger'}
          busy={pending && (held ? 'Planning' : 'Removing')}
          disabled={!impact}
          onClick={remove}
        >
          {held ? 'Review changes' : 'Remove from the API'}
        </Button>
      </div>
    </div>
  )
}

function consequence({ clients, allScopes }: ScopeImpact, ends: string) {
  if (clients.length === 0)
    return (
      <>
        <Strong>No client is granted this scope by name.</Strong> Removing it takes it out of the API.{' '}
        {allScopes > 0 && (
          <>
            {counted(allScopes, 'client')} with all scopes {allScopes === 1 ? 'loses' : 'lose'} it.{' '}
            <Strong>{ends}</Strong>
          </>
        )}
      </>
    )
  const one = clients.length === 1
  return (
    <>
      <Strong>
        {formatNumber(clients.length)} {one ? 'client is' : 'clients are'} granted this scope:
      </Strong>{' '}
      <ClientNames clients={clients} />. Removing it takes it out of{' '}
      {one ? 'its grant' : clients.length === 2 ? 'both grants' : 'all these grants'}, then out of the API
      {allScopes > 0 && `, also for ${counted(allScopes, 'client')} with all scopes`}. <Strong>{ends}</Strong>
    </>
  )
}

function Strong({ children }: { children: React.ReactNode }) {
  return <b className="font-medium text-ink">{children}</b>
}
