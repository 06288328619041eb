import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { timeOfDay } from '@/components/activity/day'
import type { Fact } from '@/components/ui/facts'
import { accessEndText, momentText } from '@/components/usage/access-end-text'
import type { ChangeSet } from '@/lib/changes/change-set'
import type { Effects, Ending, Shift } from '@/lib/changes/plan/effects'
import type { Plan } from '@/lib/changes/plan/plan'
import { counted } from '@/lib/counted'
import { accessEnd } from '@/lib/observations/last-token'

/** What the changes come to, beside them: what to look at first, what happens, and the way back. */
export function PlanEffects({ set, plan }: { set: ChangeSet; plan: Plan & { ending?: Ending } }) {
  const warnings = warningsOf(plan.effects)
  const facts = factsOf(plan.effects, plan.ending)
  const final = plan.steps.filter(({ final }) => final).length
  return (
    <aside
      aria-label="What the changes come to"
      className="grid gap-6 border-line desk:sticky desk:top-6 desk:border-l desk:pl-6 max-desk:order-first max-desk:border-b max-desk:pb-5"
    >
      {warnings.length > 0 && (
        <section>
          <h2 className="mb-2 font-semibold">Look at this first</h2>
          <ul className="grid gap-2.5">
            {warnings.map(({ key, title, text }) => (
              <li key={key} className="flex gap-2 text-ink-muted">
                <TriangleAlert aria-hidden="true" className="mt-[3px] size-3.5! text-warning" />
                <span className="min-w-0 wrap-anywhere">
                  <b className="font-medium text-ink">{title}</b> {text}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {facts.length > 0 && (
        <section>
          <h2 className="mb-2 font-semibold">What happens</h2>
          <dl className="grid gap-2">
            {facts.map(({ term, value }) => (
              <div key={term}>
                <dt className="text-xs text-ink-faint">{term}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section>
        <h2 className="mb-2 font-semibold">If something is wrong</h2>
        <p className="text-ink-muted">
          {final === 0
            ? `What is applied can be undone from Activity. `
            : `${counted(final, 'change')} can’t be undone; the others can, from Activity. `}
          A change is refused when somebody changed the same thing meanwhile.
        </p>
        <p className="mt-2 text-xs text-ink-faint">
          As the tenant stood at {timeOfDay(plan.at)} UTC.
          {set.origin === 'undo' && ' These changes take an earlier change set back.'}
        </p>
      </section>
    </aside>
  )
}

type Warning = { key: string; title: string; text: ReactNode }

function warningsOf({ escalations, unheld, systemClients }: Effects): Warning[] {
  const warnings: Warning[] = []
  const escalating = names(escalations)
  if (escalating.length > 0) {
    const [first] = escalations
    warnings.push({
      key: 'escalation',
      title: `${counted(escalating.length, 'client')} can widen ${escalating.length === 1 ? 'its' : 'their'} own access.`,
      text: first && (
        <>
          <a href={`#change-${first.stepId}`}>{first.clientName}</a> gets <code>{first.scope}</code>
          {escalations.length > 1 && `, and ${escalations.length - 1} more like it`}.
        </>
      ),
    })
  }
  const others = systemClients.filter((name) => !escalating.includes(name))
  if (others.length > 0)
    warnings.push({
      key: 'system',
      title: `${counted(others.length, 'client')} may call the tenant’s own API.`,
      text: 'Its scopes control the tenant itself.',
    })
  if (unheld.length > 0) {
    warnings.push({
      key: 'unheld',
      title:
        unheld.length === 1 ? 'Nobody would hold 1 scope.' : `Nobody would hold ${unheld.length} scopes.`,
      text: unheld
        .slice(0, 3)
        .map(({ scope, apiName }) => `${scope} of ${apiName}`)
        .join(', ')
        .concat(unheld.length > 3 ? ' and others.' : '.'),
    })
  }
  return warnings
}

function factsOf({ gains, losses }: Effects, ending: Ending | undefined): Fact[] {
  const facts: Fact[] = []
  if (gains.length > 0) facts.push({ term: 'Gain access', value: `${whoOf(gains)}, in the next token` })
  if (losses.length > 0)
    facts.push({ term: 'Lose access', value: `${whoOf(losses)}; no new token carries these scopes` })
  if (ending)
    facts.push({ term: 'Really ends', value: <ReallyEnds ending={ending} others={losses.length > 1} /> })
  return facts
}

/** The revocation clock of the one whose tokens go on working the longest. */
function ReallyEnds({ ending, others }: { ending: Ending; others: boolean }) {
  const now = new Date()
  const { endsAt, isOver } = accessEnd(ending, ending.lifetime, now)
  return (
    <>
      <b className="font-medium">{isOver ? 'At once' : momentText(endsAt)}</b>
      <span className="block text-ink-muted">
        {others && `Last of all ${ending.clientName} for ${ending.apiName}. `}
        {accessEndText(ending, ending.lifetime, now)}
      </span>
    </>
  )
}

const fewNames = 3

function whoOf(shifts: Shift[]) {
  const all = names(shifts)
  return all.length <= fewNames ? new Intl.ListFormat('en').format(all) : counted(all.length, 'client')
}

const names = (of: { clientName: string }[]) => [...new Set(of.map(({ clientName }) => clientName))]
