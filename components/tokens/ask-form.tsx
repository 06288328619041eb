'use client'

import { type ReactNode, type Ref, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { CodeLine } from '@/components/ui/code-block'
import { TextField } from '@/components/ui/text-field'
import { useTypedEarly } from '@/components/ui/use-typed-early'
import { routes } from '@/lib/routes'
import { grantedScopes, type TokenApi, type TokenClient } from '@/lib/tokens/token'
import { ClientSelect } from './client-select'
import type { Question } from './question'
import { ScopeChoices } from './scope-choices'
import { StepHead } from './step-head'

type Props = {
  ref: Ref<HTMLElement>
  api: TokenApi
  clients: TokenClient[]
  /** Whether these are all clients of the tenant. */
  complete: boolean
  client: TokenClient | undefined
  question: Question
  onQuestion: (question: Question) => void
  /** What the tenant will answer, and the button that asks it. */
  children: ReactNode
}

/** Who asks, for what; also a form that the address answers without JavaScript. */
export function AskForm({ ref, api, clients, complete, client, question, onQuestion, children }: Props) {
  const granted = new Set(client?.access ? grantedScopes(client.access, api) : [])
  const { scopes, need } = question
  const needField = useRef<HTMLInputElement>(null)
  useTypedEarly(needField, need, (typed) => onQuestion({ ...question, need: typed }))

  function toggle(scope: string, checked: boolean) {
    const others = scopes.filter((other) => other !== scope)
    onQuestion({ ...question, scopes: checked ? [...others, scope] : others })
  }

  return (
    <section ref={ref} tabIndex={-1} aria-labelledby="ask-for" className="min-w-0 scroll-mt-4">
      <form
        action={routes.apiTest(api.id)}
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => event.preventDefault()}
      >
        <StepHead id="ask-for" number={1} title="Ask for" />
        <ClientSelect
          clients={clients}
          complete={complete}
          chosen={question.client}
          onChoose={(client) => onQuestion({ ...question, client })}
        />
        <ScopeChoices api={api} granted={granted} chosen={scopes} onToggle={toggle} />
        {scopes.length > 0 ? (
          <CodeLine label="scope string" code={scopes.join(' ')} />
        ) : (
          <p className="text-xs text-ink-faint">
            With none checked the request has no <code>scope</code>, which asks for all that is granted.
          </p>
        )}
        <div>
          <TextField
            ref={needField}
            mono
            label="Scope the call needs"
            name="need"
            list="defined-scopes"
            autoComplete="off"
            value={need}
            onChange={(event) => onQuestion({ ...question, need: event.target.value })}
          />
          <datalist id="defined-scopes">
            {api.scopes.map(({ value }) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </div>
        <noscript>
          <Button type="submit">Predict</Button>
        </noscript>
        {children}
      </form>
    </section>
  )
}
