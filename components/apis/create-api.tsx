'use client'

import { useRouter } from 'next/navigation'
import { useDeferredValue } from 'react'
import { FormDialog } from '@/components/ui/form-dialog'
import { Link } from '@/components/ui/link'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextField } from '@/components/ui/text-field'
import { useActionForm } from '@/components/ui/use-action-form'
import type { FormAction } from '@/lib/action-state'
import type { NewApiInput } from '@/lib/apis/schema'
import { routes } from '@/lib/routes'
import { algorithmChoices } from './algorithms'
import { identifierNotes } from './identifier-notes'
import { type FindIdentifier, useIdentifierCheck } from './use-identifier-check'

type Props = {
  action: FormAction<NewApiInput>
  findIdentifier: FindIdentifier
}

const blank: NewApiInput = { name: '', identifier: '', signingAlgorithm: 'RS256' }

/** The dialog over the list of APIs; it closes to the list and opens the new API's Quickstart. */
export function CreateApi({ action, findIdentifier }: Props) {
  const router = useRouter()
  const form = useActionForm<NewApiInput>({
    id: 'create-api',
    thing: 'New API',
    action,
    schema: () => import('@/lib/apis/schema').then((module) => module.newApiInput),
    values: blank,
    labels: { name: 'Name', identifier: 'Identifier', signingAlgorithm: 'Signing algorithm' },
    onSaved: () => {},
  })
  const identifier = useDeferredValue(form.watch('identifier').trim())
  const field = form.field('identifier')
  const { owner, free } = useIdentifierCheck(field.error ? '' : identifier, findIdentifier)
  const taken = owner && (
    <>
      Taken by <Link href={routes.api(owner.id)}>{owner.name}</Link>. Each API needs an identifier of its own.
    </>
  )

  return (
    <FormDialog
      form={form}
      title="Create API"
      note="Opens its Quickstart next"
      verb="Create API"
      busyVerb="Creating"
      cancelTo={routes.apis()}
      onClose={() => router.replace(routes.apis(), { scroll: false })}
    >
      <TextField label="Name" autoComplete="off" {...form.field('name')} />
      <TextField
        label="Identifier"
        mono
        autoComplete="off"
        {...field}
        onChange={async (event) => {
          await field.onChange(event)
          await form.trigger('identifier')
        }}
        error={taken ? { message: taken } : field.error}
        hint={
          <>
            {!owner &&
              !field.error &&
              identifierNotes(identifier).map((note) => (
                <span key={note} className="mb-1 block text-ink-muted wrap-anywhere">
                  {note}
                </span>
              ))}
            Ideally the API’s public address; any URN is accepted, and nothing is sent there. It becomes the
            audience of every token and never changes.
            <span role="status" className="sr-only">
              {free && 'No API has this identifier yet.'}
            </span>
          </>
        }
      />
      <RadioGroup label="Signing algorithm" choices={algorithmChoices} {...form.field('signingAlgorithm')} />
    </FormDialog>
  )
}
