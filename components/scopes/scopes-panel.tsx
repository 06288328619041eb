'use client'

import { useMemo, useOptimistic, useRef, useState, useTransition } from 'react'
import { attempt } from '@/components/ui/attempt'
import type { Scope } from '@/lib/apis/api'
import { AddScope } from './add-scope'
import { PastePanel } from './paste-panel'
import { type NotAdded, Refusals } from './refusals'
import type { ScopeActions } from './scope-actions'
import { ScopeTable, type ScopeTableProps } from './scope-table'

type Props = Omit<ScopeTableProps, 'pending' | 'onRefused'> & { actions: ScopeActions }

/** The Scopes tab: add one after the other, paste many, filter, edit in place and remove with the impact. */
export function ScopesPanel({ scopes, actions, ...table }: Props) {
  const [shown, showAdded] = useOptimistic(scopes, (now, added: Scope) => [...now, added])
  const [, startTransition] = useTransition()
  const [refused, setRefused] = useState<NotAdded[]>([])
  const [like, setLike] = useState('')
  const [pasted, setPasted] = useState('')
  const [pasting, setPasting] = useState(false)
  const stored = useMemo(() => new Set(scopes.map(({ value }) => value)), [scopes])
  const existing = useMemo(() => new Set(shown.map(({ value }) => value)), [shown])
  const attempts = useRef(0)

  function add(scope: Scope) {
    startTransition(async () => {
      showAdded(scope)
      const result = await attempt(() => actions.add([scope]))
      if (result.status === 'done') return
      attempts.current += 1
      const refusal = { key: attempts.current, scope, failure: result }
      startTransition(() => setRefused((others) => [...others, refusal]))
    })
  }

  if (table.fixed)
    return (
      <>
        <p className="text-ink-muted">
          The tenant defines these scopes: each stands for something its Management API can do. They can be
          granted to clients, not changed.
        </p>
        <ScopeTable {...table} scopes={scopes} stored={stored} actions={actions} />
      </>
    )

  const settle = ({ key }: NotAdded) => setRefused((all) => all.filter((refusal) => refusal.key !== key))

  return (
    <>
      <AddScope
        apiId={table.apiId}
        existing={existing}
        onAdd={add}
        like={like}
        onLike={setLike}
        onAddLike={(scope, like) => actions.addLike({ added: [scope], like })}
        pasting={pasting}
        onPasteMany={(text) => {
          if (text) setPasted((before) => [before, text].filter(Boolean).join('\n'))
          setPasting(text ? true : !pasting)
        }}
      />
      <Refusals
        refusals={refused}
        onRetry={(refusal) => {
          settle(refusal)
          add(refusal.scope)
        }}
        onDiscard={settle}
      />
      {pasting && (
        <PastePanel
          existing={stored}
          text={pasted}
          onText={setPasted}
          add={actions.add}
          like={like}
          addLike={(added, like) => actions.addLike({ added, like })}
          onClose={() => setPasting(false)}
        />
      )}
      <ScopeTable {...table} scopes={shown} stored={stored} actions={actions} />
    </>
  )
}
