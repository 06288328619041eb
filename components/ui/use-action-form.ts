'use client'

import { unstable_rethrow } from 'next/navigation'
import { startTransition, useActionState, useEffect, useRef, useState } from 'react'
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  get,
  type PathValue,
  useForm,
} from 'react-hook-form'
import { type ActionState, type FormAction, idle } from '@/lib/action-state'
import { checkWith, fetchParts, type LoadSchema } from './form-check'
import { keepDraft, takeDraft } from './form-draft'
import { here } from './here'
import { useEarlyFields } from './use-typed-early'

export type ActionFormOptions<Input extends FieldValues> = {
  /** Unique among the forms of a page; what was typed is kept under it and the URL. */
  id: string
  /** What is being edited, as the conflict dialog names it: "Payments API". */
  thing: string
  action: FormAction<Input>
  schema: LoadSchema<Input>
  /** What the tenant holds now. */
  values: Input
  /** Every field's label: the dock, the conflict and the session dialog name fields by them. */
  labels: { [Name in keyof Input & string]: string }
  /** How a value reads in the conflict dialog where its own text does not do: `(seconds) => '24 h'`. */
  say?: { [Name in keyof Input]?: (value: Input[Name]) => string }
  /** Fields that must never be written to the browser's storage. */
  secrets?: (keyof Input & string)[]
  onSaved: (saved: Input) => void
}

const lost: ActionState = {
  status: 'failed',
  code: 'unavailable',
  message:
    'The dashboard did not answer, so it is not known whether this was saved. What you typed is still here. Try again.',
}

/**
 * React Hook Form around a `FormAction`: checks, sends once however often it is pressed, shows what the
 * action answered, and keeps what was typed when the session ended. Render it with `Form`.
 */
export function useActionForm<Input extends FieldValues>(options: ActionFormOptions<Input>) {
  const { id, action, schema, values, labels, secrets = [], onSaved } = options
  const inFlight = useRef(false)
  const leaving = useRef(false)
  const chosen = useRef<ActionState<Input>>(undefined)
  const [restored, setRestored] = useState(false)
  const [kept, setKept] = useState(true)

  const [state, dispatch, pending] = useActionState<ActionState<Input>, Input>(async (_, input) => {
    const next = await attempt(() => action(chosen.current ?? idle, input))
    inFlight.current = false
    if (next.status === 'signed_out') setKept(keepDraft(id, here(), typed()))
    if (next.status === 'saved') {
      chosen.current = undefined
      setRestored(false)
      settle(input as DefaultValues<Input>)
      onSaved(input)
    }
    return next
  }, idle)

  const form = useForm<Input, unknown, Input>({
    resolver: checkWith(schema),
    values,
    resetOptions: { keepDirtyValues: true },
    errors: state.status === 'invalid' ? state.errors : undefined,
  })
  const { dirtyFields, errors, defaultValues } = form.formState
  // `resetOptions` are for values that change while somebody types; what is meant as a reset keeps nothing.
  const settle = (to: DefaultValues<Input>) => form.reset(to, { keepDirtyValues: false })
  const dirty = Object.keys(labels).filter((name) => isDirty(get(dirtyFields, name)))
  const wrong = Object.keys(labels).filter((name) => get(errors, name))
  const unsaved = dirty.length > 0
  // Only what was typed: what others change meanwhile must not come back as it was.
  const typed = () =>
    Object.fromEntries(
      dirty
        .filter((name) => !secrets.includes(name))
        .map((name) => [name, form.getValues(name as FieldPath<Input>)]),
    )

  useEffect(() => {
    const draft = takeDraft(id, here())
    if (!draft) return
    for (const [name, value] of Object.entries(draft))
      form.setValue(name as FieldPath<Input>, value as PathValue<Input, FieldPath<Input>>, {
        shouldDirty: true,
      })
    setRestored(true)
  }, [id, form.setValue])

  const meetField = useEarlyFields((name, early) =>
    form.setValue(name as FieldPath<Input>, early as PathValue<Input, FieldPath<Input>>, {
      shouldDirty: true,
    }),
  )

  useEffect(() => {
    if (state.status !== 'invalid') return
    const first = Object.keys(state.errors)[0]
    if (first) form.setFocus(first as FieldPath<Input>)
  }, [state, form.setFocus])

  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => {
      if (!leaving.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])

  const send = form.handleSubmit((input) => {
    if (inFlight.current) return
    inFlight.current = true
    startTransition(() => dispatch(input))
  })

  return {
    options,
    state,
    pending,
    restored,
    /** False when the browser refused to keep what was typed. */
    kept,
    /** Names of the fields that differ from what the tenant holds, and of those with a complaint. */
    dirty,
    wrong,
    register: form.register,
    control: form.control,
    watch: form.watch,
    setValue: form.setValue,
    getValues: form.getValues,
    setFocus: form.setFocus,
    /** Checks a field now, for what is judged while it is typed. */
    trigger: form.trigger,
    errors,
    send,
    /** Fetches the check ahead of the first submission. */
    prepare: () => fetchParts(schema),
    discard: () => settle(defaultValues as DefaultValues<Input>),
    /** Leaving for the sign-in is meant, so the browser need not warn. */
    leave: () => {
      leaving.current = true
    },
    /** Sends again after a conflict: the action compares with what the person has now seen. */
    sendChoices: (choices: Partial<Input>) => {
      chosen.current = state
      for (const [name, value] of Object.entries(choices))
        form.setValue(name as FieldPath<Input>, value, { shouldDirty: true })
      return send()
    },
    /** Everything a text, area, select or radio field needs, complaint included. */
    field: (name: FieldPath<Input>) => {
      const { ref, ...registered } = form.register(name)
      return {
        ...registered,
        ref: (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null) => {
          meetField(name, field)
          ref(field)
        },
        // What the server renders before React Hook Form takes over; such fields hold text.
        defaultValue: get(values, name) as string | undefined,
        error: form.getFieldState(name, form.formState).error,
      }
    },
  }
}

export type ActionForm<Input extends FieldValues> = ReturnType<typeof useActionForm<Input>>

async function attempt<Input extends FieldValues>(run: () => Promise<ActionState<Input>>) {
  try {
    return await run()
  } catch (error) {
    // Redirects and not-found travel as errors and belong to Next.
    unstable_rethrow(error)
    return lost as ActionState<Input>
  }
}

function isDirty(mark: unknown): boolean {
  if (typeof mark === 'object' && mark !== null) return Object.values(mark).some(isDirty)
  return mark === true
}
