import { Minus } from 'lucide-react'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import { Cell } from '@/components/ui/cell'
import { LinkButton } from '@/components/ui/link-button'
import { SectionHead } from './section-head'

export type SetupStep = {
  title: string
  /** How far it is; `outside` happens where the tenant can't see it, so it is never called done. */
  state: 'none' | 'some' | 'all' | 'outside'
  /** What there is, in words and numbers. */
  say: ReactNode
  href: Route
  /** The word on the link. */
  go: string
}

const words = { none: 'Not started', some: 'In progress', all: 'Complete', outside: 'Outside the tenant' }

/** The steps from an empty tenant to an API that accepts a token; the first open one is the one to take now. */
export function SetupList({ steps }: { steps: SetupStep[] }) {
  const counted = steps.filter(({ state }) => state !== 'outside')
  const complete = counted.filter(({ state }) => state === 'all').length
  // What happens outside can't be seen to be done: it is not asked for once everything else is.
  const next = complete < counted.length ? steps.find(({ state }) => state !== 'all') : undefined

  return (
    <section aria-labelledby="setup" className="mb-8">
      <SectionHead id="setup" title="Setup">
        {complete} of {counted.length} complete
      </SectionHead>
      <ol>
        {steps.map((step) => (
          <Step key={step.title} step={step} next={step === next} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step: { title, state, say, href, go }, next }: { step: SetupStep; next: boolean }) {
  return (
    <li
      aria-current={next ? 'step' : undefined}
      className="grid min-h-10 grid-cols-[14px_132px_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line py-1 max-wide:grid-cols-[14px_minmax(0,1fr)_auto] max-wide:py-2"
    >
      {state === 'outside' ? (
        <Minus role="img" aria-label={words.outside} className="size-3.5 text-ink-faint" />
      ) : (
        <Cell state={state} label={words[state]} />
      )}
      <h3 className="font-medium">{title}</h3>
      <p className="text-ink-muted wrap-anywhere max-wide:col-start-2 max-wide:row-start-2 max-wide:text-xs">
        {say}
      </p>
      <div className="max-wide:col-start-3 max-wide:row-span-2 max-wide:row-start-1">
        <LinkButton href={href} small kind={next ? 'default' : 'ghost'}>
          {go}
        </LinkButton>
      </div>
    </li>
  )
}
