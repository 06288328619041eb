'use client'

import { Check, Copy, Eye, EyeOff } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { copyWord, useCopy } from '@/components/ui/use-copy'
import { useSecret } from '@/components/ui/use-secret'
import type { ActionResult } from '@/lib/action-state'
import { envLine } from '@/lib/quickstarts/env-line'
import type { SecretVariable } from '@/lib/quickstarts/language'

type Props = {
  /** "api/.env" */
  path: string
  variable: SecretVariable
  /** "client secret" */
  secret: string
  /** Fetches the secret on Reveal or Copy and never before; absent when no client is chosen. */
  reveal?: () => Promise<ActionResult<string>>
}

/** The file that holds the part's secret: dots until asked, and in no page and no payload before. */
export function EnvFile({ path, variable, secret: name, reveal }: Props) {
  const { secret, failure, fetching, fetchSecret, show, hide } = useSecret(reveal ?? noSecret)
  const { state, copy } = useCopy()
  const shown = secret !== undefined

  async function copyFile() {
    const value = await fetchSecret()
    if (value !== undefined) await copy(`${envLine(variable, value)}\n`)
  }

  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      <div className="flex h-9 items-center gap-1 border-b border-line pr-1 pl-3.5">
        <span className="min-w-0 flex-1 truncate">.env</span>
        {reveal && (
          <>
            <Button
              small
              kind="ghost"
              busy={fetching && 'Fetching'}
              icon={shown ? <EyeOff className="size-3.5!" /> : <Eye className="size-3.5!" />}
              aria-label={`${shown ? 'Hide' : 'Reveal'} ${name}`}
              onClick={shown ? hide : show}
            >
              {shown ? 'Hide' : 'Reveal'}
            </Button>
            <Button
              small
              kind="ghost"
              icon={state === 'copied' ? <Check className="size-3.5!" /> : <Copy className="size-3.5!" />}
              aria-label={`Copy .env with the ${name}`}
              onClick={copyFile}
            >
              {copyWord[state] || 'Copy'}
            </Button>
          </>
        )}
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll wide code
        tabIndex={0}
        className="code-lines bare"
      >
        <code>
          {shown ? (
            envLine(variable, secret)
          ) : (
            <>
              {variable}=
              {reveal ? (
                <>
                  <span aria-hidden="true" className="text-ink-faint">
                    {'•'.repeat(24)}
                  </span>
                  <span className="sr-only">hidden</span>
                </>
              ) : (
                ''
              )}
            </>
          )}
        </code>
      </pre>
      <div className="border-t border-line px-3.5 py-2 text-xs text-ink-faint">
        {failure ? (
          <span role="alert" className="text-danger">
            <FailureText failure={failure} />
          </span>
        ) : (
          <>
            Save as <code>{path}</code> and keep it out of version control.{' '}
            {reveal
              ? `The ${name} is fetched when you reveal or copy it; that is recorded under Activity.`
              : `Choose a client above to reveal its secret here.`}
          </>
        )}
      </div>
      <span role="status" className="sr-only">
        {copyWord[state] || (shown && `The ${name} is shown`)}
      </span>
    </div>
  )
}

const noSecret = async (): Promise<ActionResult<string>> => ({ status: 'signed_out' })
