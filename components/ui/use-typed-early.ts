import { type RefObject, useEffect, useEffectEvent } from 'react'

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
