import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

/**
 * Hands over what was typed into a field before the page's script had run, and what the browser put back into it:
 * React takes neither for a change, and would write over it the next time it renders.
 */
export function useTypedEarly(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  shown: string,
  onType: (typed: string) => void,
) {
  const takeOver = useEffectEvent(() => {
    const typed = field.current?.value
    if (typed !== undefined && typed !== shown) onType(typed)
  })
  useEffect(() => takeOver(), [])
}

type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * The same for several fields, such as those of a form that writes its own values into them as soon as it meets them:
 * what it returns is shown each field, by name, before that.
 */
export function useEarlyFields(onType: (name: string, typed: string | string[]) => void) {
  const met = useRef(new Set<string>())
  const early = useRef(new Map<string, string | string[]>())
  const takeOver = useEffectEvent(() => {
    for (const [name, typed] of early.current) onType(name, typed)
    early.current.clear()
  })
  useEffect(() => takeOver(), [])

  return (name: string, field: FormField | null) => {
    if (!field || met.current.has(name)) return
    met.current.add(name)
    const typed = typedInto(field)
    if (typed !== undefined) early.current.set(name, typed)
  }
}

/** What the field holds, or all of its name that are chosen; undefined while that is what the server rendered. */
function typedInto(field: FormField): string | string[] | undefined {
  if (field instanceof HTMLSelectElement) {
    const rendered = [...field.options].findIndex(({ defaultSelected }) => defaultSelected)
    return field.selectedIndex === Math.max(rendered, 0) ? undefined : field.value
  }
  if (field.type !== 'radio' && field.type !== 'checkbox')
    return field.value === field.defaultValue ? undefined : field.value
  const group = [...document.querySelectorAll('input')].filter(
    ({ name, form }) => name === field.name && form === field.form,
  )
  if (group.every(({ checked, defaultChecked }) => checked === defaultChecked)) return
  const chosen = group.filter(({ checked }) => checked).map(({ value }) => value)
  return field.type === 'radio' ? chosen[0] : chosen
}
