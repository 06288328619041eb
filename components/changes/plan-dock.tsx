'use client'

import { type ComponentProps, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SelectionDock } from '@/components/ui/selection-dock'
import type { ActionResult } from '@/lib/action-state'
import { PlanDialog } from './plan-dialog'

/** Something to do to all that is selected. */
type Choice<What> = { what: What; label: string; title: string; lead: string; danger?: boolean }

type Props<What> = Omit<ComponentProps<typeof SelectionDock>, 'children'> & {
  choices: Choice<What>[]
  /** Plans it and opens the plan. */
  plan: (what: What) => Promise<ActionResult>
}

/** What can be done to the rows that are selected; each is asked for in a dialog that ends in a plan. */
export function PlanDock<What extends string>({ choices, plan, ...selection }: Props<What>) {
  const [asked, ask] = useState<What>()
  const dialog = choices.find(({ what }) => what === asked)
  return (
    <>
      <SelectionDock {...selection}>
        {choices.map(({ what, label, danger }) => (
          <Button key={what} small kind={danger ? 'danger' : undefined} onClick={() => ask(what)}>
            {label}
          </Button>
        ))}
      </SelectionDock>
      {dialog && (
        <PlanDialog
          title={dialog.title}
          lead={dialog.lead}
          plan={() => plan(dialog.what)}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  )
}
