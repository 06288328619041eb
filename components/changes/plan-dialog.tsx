'use client'

import { type ReactNode, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog, DialogNote } from '@/components/ui/dialog'
import { FailureText } from '@/components/ui/failure-text'
import { useAttempt } from '@/components/ui/use-attempt'
import type { ActionResult } from '@/lib/action-state'

type Props = {
  title: string
  lead: ReactNode
  /** Why a plan could not be made goes away with what it was about. */
  about?: string
  disabled?: boolean
  /** Makes the plan and opens it; nothing after saying beside the field what is wrong. */
  plan: () => Promise<ActionResult> | undefined
  onClose: () => void
  children?: ReactNode
}

/** What is to change, asked for in a dialog that ends in a plan. */
export function PlanDialog({ title, lead, about, disabled, plan, onClose, children }: Props) {
  const [asked, setAsked] = useState(about)
  const { pending, failure, run } = useAttempt()

  function review() {
    if (pending || disabled) return
    const planned = plan()
    if (!planned) return
    setAsked(about)
    run(() => planned)
  }

  return (
    <Dialog
      wide
      title={title}
      lead={lead}
      held={pending}
      onClose={onClose}
      footer={
        <>
          <DialogNote>Opens a plan. Nothing changes before it is applied.</DialogNote>
          <Button onClick={onClose} disabled={pending}>
            Cancel
          </Button>
          <Button kind="primary" busy={pending && 'Planning'} disabled={disabled} onClick={review}>
            Review changes
          </Button>
        </>
      }
    >
      <form
        aria-label={title}
        className="grid grid-cols-1 gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          review()
        }}
      >
        {children}
        <button type="submit" hidden />
      </form>
      {failure && asked === about && (
        <Banner tone="danger" role="alert" title="Nothing was planned.">
          <FailureText failure={failure} />
        </Banner>
      )}
    </Dialog>
  )
}
