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
  /** The scopes that go; the one it was opened for unless given. */
  retired?: string[]
  /** The scopes that come in its place; undefined after saying beside the field what is wrong. */
  read: () => Scope[] | undefined
  children?: ReactNode
}

/** What the scope becomes, whom it concerns, and the way to the plan. */
export function ReworkDialog({
  scope,
  ends,
  actions,
  onClose,
  title,
  lead,
  read,
  children,
  ...props
}: Props) {
  const { retired = [scope.value] } = props
  const [answer, setAnswer] = useState<{ of: string; impact: ActionResult<ScopeImpact> }>()
  const { impact: readImpact } = actions
  const of = retired.join(' ')

  useEffect(() => {
    let left = false
    attempt(() => readImpact(of.split(' '))).then((impact) => {
      if (!left) setAnswer({ of, impact })
    })
    return () => {
      left = true
    }
  }, [readImpact, of])

  function plan() {
    const put = read()
    return put && actions.rework({ retired, put })
  }

  return (
    <PlanDialog title={title} lead={lead} plan={plan} onClose={onClose}>
      {children}
      <Affected scopes={retired} impact={answer?.of === of ? answer.impact : undefined} ends={ends} />
    </PlanDialog>
  )
}
