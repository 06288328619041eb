'use client'

import { FileText } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { fieldBox } from '@/components/ui/field'
import { useTypedEarly } from '@/components/ui/use-typed-early'
import type { Source } from './use-judgement'

type Props = {
  source: Source
  /** What the empty field shows. */
  example: string
  onSource: (source: Source) => void
}

/** Where an import is pasted, typed, or dropped as a file. */
export function SourceField({ source, example, onSource }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [over, setOver] = useState(false)
  const { text, file } = source
  useTypedEarly(field, text, (typed) => onSource({ text: typed }))

  function take(chosen: File | undefined) {
    if (chosen) onSource({ text, file: chosen })
    if (chooser.current) chooser.current.value = ''
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the button below chooses a file as well
    <div
      className="self-start"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={`${fieldBox} h-auto! p-0! ${over ? 'outline-2 outline-focus' : ''}`}>
        {file ? (
          <div className="flex min-h-26 items-center gap-2.5 px-2.5">
            <FileText aria-hidden="true" className="text-ink-faint" />
            <span className="min-w-0 flex-1 truncate font-medium">{file.name}</span>
            <span className="text-xs text-ink-faint tabular-nums">{size(file.size)}</span>
            <Button small onClick={() => onSource({ text })}>
              Remove file
            </Button>
          </div>
        ) : (
          <textarea
            ref={field}
            aria-label="What to import"
            rows={Math.min(Math.max(text.split('\n').length, 8), 24)}
            spellCheck={false}
            autoCapitalize="none"
            placeholder={example}
            value={text}
            onChange={({ target }) => onSource({ text: target.value })}
            className="block w-full resize-y bg-transparent px-2.5 py-1.5 font-mono text-xs leading-6.5 whitespace-pre text-ink outline-none placeholder:text-ink-faint max-wide:text-lg max-wide:leading-6 max-wide:whitespace-pre-wrap"
          />
        )}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button small onClick={() => chooser.current?.click()}>
          Choose file…
        </Button>
        <p className="text-xs text-ink-faint">or drop one here. Up to 5 MB and 50,000 lines.</p>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="File to import"
          accept=".csv,.tsv,.txt,.json,.yaml,.yml,.zip"
          onChange={({ target }) => take(target.files?.[0])}
        />
      </div>
    </div>
  )
}

const size = (bytes: number) =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`
