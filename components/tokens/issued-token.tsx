'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'

/** The token itself, on demand. */
export function IssuedToken({ token }: { token: string }) {
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <div className="border-t border-line">
      <div className="flex items-center gap-2 py-1 pr-1 pl-3.5 max-wide:flex-wrap">
        <p className="min-w-0 flex-1 text-xs text-ink-faint max-wide:basis-full">
          Sent by the server: the secret did not reach this browser. The token is kept nowhere, and is valid
          until it expires.
        </p>
        <Button
          small
          kind="ghost"
          icon={shown ? <EyeOff className="size-3.5!" /> : <Eye className="size-3.5!" />}
          aria-expanded={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide token' : 'Show token'}
        </Button>
        <CopyButton value={token} label="Copy token" text="Copy token" />
      </div>
      <div id={id}>
        {shown && (
          <code className="block border-t border-line px-3.5 py-2.5 leading-5 wrap-anywhere">{token}</code>
        )}
      </div>
    </div>
  )
}
