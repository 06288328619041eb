'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { tokenExports } from '@/lib/tokens/exports/all'
import type { ExportInput } from '@/lib/tokens/exports/export'

/** The same request and call for elsewhere; secret and token come from the environment there. */
export function Exports({ input }: { input: ExportInput }) {
  const [chosen, setChosen] = useState(tokenExports[0])
  const text = chosen.build(input)
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      <div className="flex min-h-9 items-center gap-x-4 border-b border-line pr-1 pl-3.5 max-wide:flex-wrap">
        {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose a view are no fieldset */}
        <div
          role="group"
          aria-label="Take it elsewhere as"
          className="flex min-w-0 flex-1 gap-4 overflow-x-auto [scrollbar-width:none] max-wide:basis-full"
        >
          {tokenExports.map((one) => (
            <button
              key={one.slug}
              type="button"
              aria-pressed={one === chosen}
              onClick={() => setChosen(one)}
              className="flex h-9 shrink-0 items-center border-b border-transparent text-ink-faint hover:text-ink focus-visible:-outline-offset-3 aria-pressed:border-ink aria-pressed:text-ink"
            >
              {one.name}
            </button>
          ))}
        </div>
        <Button
          small
          kind="ghost"
          icon={<Download className="size-3.5!" />}
          onClick={() => download(chosen.fileName, text)}
        >
          Download
        </Button>
        <CopyButton value={text} label={`Copy as ${chosen.name}`} text="Copy" />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll wide code
        tabIndex={0}
        className="code-lines bare max-h-100 overflow-auto"
      >
        <code>{text}</code>
      </pre>
    </div>
  )
}

function download(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text]))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
