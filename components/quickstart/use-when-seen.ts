import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

/** Calls once, when the element comes near the part of the page that is in sight, or is passed by. */
export function useWhenSeen<Element extends HTMLElement>(onSeen: () => void): RefObject<Element | null> {
  const element = useRef<Element>(null)
  const seen = useEffectEvent(onSeen)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        seen()
      },
      { rootMargin: '1000000px 0px 200px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return element
}
