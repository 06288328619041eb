'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { PlanDialog } from '@/components/changes/plan-dialog'
import { attempt } from '@/components/ui/attempt'
import type { ActionResult } from '@/lib/action-state'
import type { Scope, ScopeImpact } from '@/lib/apis/api'
import type { ScopeActions } from '../scope-actions'
import { Affected } from './affected'

/** What every dialog that reworks a scope is handed. */
export type ReworkProps = {
  scope: Scope
  /** All scopes of the API. */
  scopes: Scope[]
  /** Until when tokens keep a scope that is taken away now, in a sentence. */
  ends: string
  actions: Pick<ScopeActions, 'impact' | 'rework'>
  onClose: () => void
}

type Props = Omit<ReworkProps, 'scopes'> & {
  title: string
  lead: string
  /** The scopes that come in its place; undefined after saying beside the field what is wrong. */
  read: () => Scope[] | undefined
  children?: ReactNode
}

/** What the scope becomes, whom it concerns, and the way to the plan. */
export function ReworkDialog({ scope, ends, actions, onClose, title, lead, read, children }: Props) {
  const [impact, setImpact] = useState<ActionResult<ScopeImpact>>()
  const { value } = scope
  const { impact: readImpact } = actions

  useEffect(() => {
    let left = false
    attempt(() => readImpact(value)).then((result) => {
      if (!left) setImpact(result)
    })
    return () => {
      left = true
    }
  }, [readImpact, value])

  function plan() {
    const put = read()
    return put && actions.rework({ retired: [value], put })
  }

  return (
    <PlanDialog title={title} lead={lead} plan={plan} onClose={onClose}>
      {children}
      <Affected value={value} impact={impact} ends={ends} />
    </PlanDialog>
  )
}
