'use client'

import type { ReactNode } from 'react'
import { PlanDialog } from '@/components/changes/plan-dialog'
import { useAnswer } from '@/components/ui/use-answer'
import type { Scope } from '@/lib/apis/api'
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
  retired = [scope.value],
  read,
  children,
}: Props) {
  // Scopes hold no spaces.
  const impact = useAnswer(retired.join(' '), (scopes) => actions.impact(scopes.split(' ')))

  function plan() {
    const put = read()
    return put && actions.rework({ retired, put })
  }

  return (
    <PlanDialog title={title} lead={lead} plan={plan} onClose={onClose}>
      {children}
      <Affected scopes={retired} impact={impact} ends={ends} />
    </PlanDialog>
  )
}
