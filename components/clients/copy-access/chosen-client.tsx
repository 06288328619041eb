import { Button } from '@/components/ui/button'
import { Field, fixedBox } from '@/components/ui/field'
import type { CopyClient } from './copy-actions'

type Props = { client: CopyClient; onChange: () => void }

/** The client that was chosen, and the way back to choosing. */
export function ChosenClient({ client: { id, name }, onChange }: Props) {
  return (
    <Field id="copy-from" of="group" label="Copy from">
      {/* biome-ignore lint/a11y/useSemanticElements: a choice that was made is not a fieldset */}
      <div role="group" aria-labelledby="copy-from-label" className={`${fixedBox} pr-1`}>
        <span className="truncate font-medium" title={name}>
          {name}
        </span>
        <code className="min-w-0 flex-1 truncate text-ink-faint" title={id}>
          {id}
        </code>
        <Button small kind="ghost" autoFocus onClick={onChange}>
          Choose another
        </Button>
      </div>
    </Field>
  )
}
