'use client'

import type { Route } from 'next'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Button } from '@/components/ui/button'
import { tellCount } from '@/components/ui/live-count'
import { draftInWords, draftOf, type GrantChange, grantChanges } from '@/lib/access/draft'
import { countRows, filterQuery, type MatrixFilter, matrixFilter } from '@/lib/access/filter'
import type { FirstRows } from '@/lib/access/first-rows'
import { unpack } from '@/lib/access/picture'
import { pictureFromText } from '@/lib/access/picture-text'
import type { ActionResult } from '@/lib/action-state'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import { AccessCards } from './access-cards'
import { DraftDock } from './draft-dock'
import { leaveDraft, leftDraft } from './left-draft'
import { Legend } from './legend'
import { MatrixFilters } from './matrix-filters'
import { MatrixGrid } from './matrix-grid'
import { Readout } from './readout'
import { type SaveDraft, useDraftSaving } from './use-draft-saving'
import { useMatrix } from './use-matrix'
import { useNarrow } from './use-narrow'
import { useWholePicture } from './use-whole-picture'

type Props = {
  first: FirstRows
  filter: MatrixFilter
  /** The change set that was being put together, if there is one. */
  draft?: { setId: string; changes: GrantChange[] }
  /** Names this reading of the page; another reading has another name. */
  reading: string
  save: SaveDraft
  /** Offers the set for review and leads to its plan. */
  review: (setId: string) => Promise<ActionResult>
}

/** Who may call what across all APIs, edited in place; nothing is written to the tenant before the plan is applied. */
export function AccessMatrix({ first, filter: asked, draft: kept, reading, save, review }: Props) {
  const [filter, setFilter] = useState(asked)
  const [reviewing, setReviewing] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const narrow = useNarrow()
  /** What is beyond the cells in sight is rendered when these are there. */
  const standing = useDeferredValue(narrow !== undefined)
  const { whole, failed, retry } = useWholePicture(first.partOf?.reading)
  const part = useMemo(() => {
    const read = pictureFromText(first.pictureText)
    return { picture: read, held: unpack(read) }
  }, [first])
  const { picture, held } = whole ?? part
  /** What the rows are a part of, as long as the others are on their way. */
  const partOf = whole ? undefined : first.partOf
  /** With other filters than the page was asked with, nobody knows yet how many rows there are. */
  const inAll = partOf && (filter === asked ? partOf.counts[filter.view] : Number.POSITIVE_INFINITY)
  const [begun] = useState(
    () => leftDraft(reading) ?? { draft: draftOf(kept?.changes ?? []), setId: kept?.setId },
  )
  const matrix = useMatrix(picture, held, filter, begun.draft, inAll)
  const { draft } = matrix.state
  const names = useMemo(
    () => ({
      clients: new Map(picture.clients.map((client) => [client.id, client])),
      apis: matrix.byIdentifier,
    }),
    [picture, matrix.byIdentifier],
  )
  const saving = useDraftSaving({
    draft,
    begun,
    save,
    toEdit: (wishes) => grantChanges(wishes, names),
    onKept: (now) => leaveDraft(reading, now),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a new picture the menu was read anew as well
  useEffect(() => tellCount('matrix-draft', draft.size), [draft.size, picture])

  const href = (next: MatrixFilter) => routes.access(filterQuery(next)) as Route
  function change(part: Partial<MatrixFilter>) {
    const next = { ...filter, ...part }
    setFilter(next)
    window.history.replaceState(null, '', href(next))
  }
  // Counting takes longer than a frame in a large tenant; the cell that was edited is shown first.
  const counted = useDeferredValue(draft)
  const counts = useMemo(
    () => partOf?.counts ?? countRows(picture, held, counted, filter),
    [partOf, picture, held, counted, filter],
  )
  const here = matrix.grid.clients.length
  const rows = inAll && Number.isFinite(inAll) ? inAll : here

  async function onReview() {
    setReviewing(true)
    const setId = await saving.settled()
    const result = setId && (await attempt(() => review(setId)))
    setReviewing(false)
    if (result && result.status === 'failed') setRefusal(result.message)
  }

  return (
    <>
      <MatrixFilters picture={picture} filter={filter} counts={counts} href={href} onChange={change} />
      {rows === 0 || matrix.grid.columns.length === 0 ? (
        <div className="grid justify-items-start gap-3 py-6">
          <p className="text-ink-muted">
            {inAll ? 'Reading the other clients…' : 'Nothing matches these filters.'}
          </p>
          <Button onClick={() => change(matrixFilter({}))}>Clear filters</Button>
        </div>
      ) : (
        <>
          {narrow !== false && (
            <div className="wide:hidden">
              <AccessCards matrix={matrix} held={held} locked={picture.locked} standing={standing} />
            </div>
          )}
          {narrow !== true && (
            <div className="max-wide:hidden">
              <MatrixGrid
                matrix={matrix}
                rows={rows}
                held={held}
                locked={picture.locked}
                busy={partOf !== undefined && !failed}
                standing={standing}
              />
              <Readout matrix={matrix} held={held} />
            </div>
          )}
        </>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-faint">
        {formatNumber(rows)} of {formatNumber(partOf?.clients ?? picture.clients.length)} clients
        <Legend />
      </div>
      {failed && (
        <div role="alert" className="mt-3 flex flex-wrap items-center gap-3 text-danger">
          {whole ? 'What changed since could not be read' : 'Only the first clients could be read'}: the
          dashboard did not answer.
          <Button onClick={retry}>Try again</Button>
        </div>
      )}
      {draft.size > 0 && (
        <DraftDock
          count={draft.size}
          words={draftInWords(draft, names.apis)}
          unsaved={saving.failure ?? refusal}
          reviewing={reviewing}
          onDiscard={() => matrix.dispatch({ type: 'discard' })}
          onReview={onReview}
        />
      )}
    </>
  )
}
