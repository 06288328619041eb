import { useId, useState } from 'react'
import { Field, fieldAria, fieldBox } from '@/components/ui/field'
import { readPastedLines } from '../pasted-lines'
import { ReworkDialog, type ReworkProps } from './rework-dialog'

const none: ReadonlySet<string> = new Set()

/** Several scopes in the place of one. A line that names one of the API's, itself among them, keeps that one. */
export function SplitScope({ scopes, ...props }: ReworkProps) {
  const id = useId()
  const { scope } = props
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const lines = readPastedLines(text, none)
  const message = complaint(lines)
  const error = asked && message ? { message } : undefined
  const hint = 'One a line: the scope, a comma, its description.'

  function read() {
    setAsked(true)
    if (message) return
    const described = new Map(scopes.map((known) => [known.value, known.description]))
    return lines.map(({ value, description }) => ({
      value,
      description: description || (described.get(value) ?? ''),
    }))
  }

  return (
    <ReworkDialog
      {...props}
      title={`Split ${scope.value}`}
      lead={`Who holds it gets all of these in its place. To keep it beside them, name ${scope.value} too.`}
      read={read}
    >
      <Field id={id} label="New scopes" hint={hint} error={error}>
        <div className={`${fieldBox} h-auto! p-0!`}>
          <textarea
            id={id}
            {...fieldAria(id, { hint, error })}
            // biome-ignore lint/a11y/noAutofocus: the dialog is there for this field
            autoFocus
            rows={4}
            spellCheck={false}
            autoCapitalize="none"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="block w-full resize-y bg-transparent px-2.5 py-1.5 font-mono text-xs leading-6.5 text-ink outline-none max-wide:text-lg max-wide:leading-6"
          />
        </div>
      </Field>
    </ReworkDialog>
  )
}

function complaint(lines: ReturnType<typeof readPastedLines>) {
  const wrong = lines.find((line) => line.complaint)
  if (wrong) return `Line ${wrong.number}: ${wrong.complaint}`
  if (lines.length < 2) return 'Name at least two scopes, one a line.'
}
