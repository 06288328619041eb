import type { ReactNode } from 'react'
import { Identifier } from '@/components/ui/identifier'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ActionResult } from '@/lib/action-state'
import type { RecordedChange } from '@/lib/changes/change'
import { type ChangeSet, isRunning } from '@/lib/changes/change-set'
import { cannotBeUndone } from '@/lib/changes/invert'
import type { SetLogEntry } from '@/lib/changes/log-entries'
import { stepsPerPage } from '@/lib/changes/paging'
import { routes } from '@/lib/routes'
import { AppliedRow } from './applied-row'
import { ProgressBar } from './progress-bar'
import { ProgressProvider } from './progress-context'
import { SetResult } from './set-result'
import { originText, scopeSum, setTitle } from './set-title'
import { StepList } from './step-list'
import { TenantLog } from './tenant-log'
import { UndoButton } from './undo-button'

export type Recorded = RecordedChange & { undone: boolean }

type Props = {
  set: ChangeSet
  records: Recorded[]
  log: { entries: SetLogEntry[]; total: number }
  page: number
  /** What is to be known before its changes. */
  children?: ReactNode
  actions: {
    applyChangeSet: (input: { setId: string; reason: string }) => Promise<ActionResult>
    stopChangeSet: (setId: string) => Promise<ActionResult>
    undoChangeSet: (input: { setId: string; recordIds?: number[] }) => Promise<ActionResult>
  }
}

/** A set that is being applied, or was: how far it is, what came of each change, and the way back. */
export function AppliedSet({ set, records, log, page, children, actions }: Props) {
  const first = (page - 1) * stepsPerPage
  const byStep = new Map(records.map((record) => [record.step ?? record.id, record]))
  const undoable = records.some((record) => canUndo(record))
  return (
    <ProgressProvider
      setId={set.id}
      state={set.state}
      until={set.until}
      steps={set.steps.map(({ id, state, said }) => ({ id, state, said }))}
    >
      <PageHead
        title={setTitle(set)}
        crumb={{ href: routes.activity(), label: 'Activity' }}
        sub={
          <>
            <span>{scopeSum(set.steps) ?? originText(set.origin)}</span>
            <span>
              {stateWords[set.state]} {set.appliedBy ?? set.author}
            </span>
            <RelativeTime at={set.stateAt} />
            <Identifier value={set.id} label="change set" />
          </>
        }
        actions={
          undoable &&
          !isRunning(set.state) && <UndoButton undo={actions.undoChangeSet.bind(null, { setId: set.id })} />
        }
      />
      {set.reason && <p className="-mt-3 mb-5 text-ink-muted wrap-anywhere">“{set.reason}”</p>}
      {set.undoes && (
        <p className="-mt-3 mb-5 text-ink-muted">
          Takes back <Link href={routes.changeSet(set.undoes)}>an earlier change set</Link>.
        </p>
      )}
      {isRunning(set.state) ? (
        <ProgressBar stop={actions.stopChangeSet.bind(null, set.id)} />
      ) : (
        <SetResult
          set={{ ...set, steps: set.steps.map(({ state }) => ({ state })) }}
          goOn={
            set.origin === 'console' || set.origin === 'elsewhere'
              ? undefined
              : actions.applyChangeSet.bind(null, { setId: set.id, reason: '' })
          }
        />
      )}
      {children}
      <div className="grid grid-cols-[minmax(0,1fr)_304px] items-start gap-x-12 gap-y-8 max-desk:grid-cols-1">
        <div className="min-w-0">
          <StepList>
            {set.steps.slice(first, first + stepsPerPage).map((step, index) => {
              const record = byStep.get(step.id)
              return (
                <AppliedRow
                  key={step.id}
                  number={first + index + 1}
                  step={step}
                  record={record}
                  undo={
                    record && canUndo(record) && !isRunning(set.state)
                      ? actions.undoChangeSet.bind(null, { setId: set.id, recordIds: [record.id] })
                      : undefined
                  }
                />
              )
            })}
          </StepList>
          {set.steps.length > stepsPerPage && (
            <Pager
              page={page - 1}
              perPage={stepsPerPage}
              total={set.steps.length}
              href={(index) => routes.changeSet(set.id, { page: index + 1 })}
            />
          )}
        </div>
        <TenantLog {...log} isAwaited={Date.now() - Date.parse(set.stateAt) < logComesWithinMs} />
      </div>
    </ProgressProvider>
  )
}

/** How long after a call the tenant's log tells of it, at most. */
const logComesWithinMs = 60_000

const canUndo = (record: Recorded) =>
  record.state === 'applied' && !record.undone && cannotBeUndone(record) === undefined

const stateWords: Record<ChangeSet['state'], string> = {
  draft: 'Begun by',
  planned: 'Planned by',
  applying: 'Being applied by',
  stopping: 'Being applied by',
  stopped: 'Stopped; applied by',
  applied: 'Applied by',
  partly: 'Applied in part by',
  discarded: 'Discarded by',
}
