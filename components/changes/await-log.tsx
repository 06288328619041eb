'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

const asksAfter = 4000
const asksAtMost = 5

/** Reads the page again, a few times, while the tenant's log has yet to tell of calls that were just made. */
export function AwaitLog() {
  const router = useRouter()
  const asked = useRef(0)
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (++asked.current >= asksAtMost) window.clearInterval(timer)
      router.refresh()
    }, asksAfter)
    return () => window.clearInterval(timer)
  }, [router])
  return null
}
