'use client'

import { useEffect, useState } from 'react'

declare global {
  /** The form that was submitted early; null once there is nothing early about it. */
  var submittedEarly: HTMLFormElement | null | undefined
}

/** Runs in the page before anything else does. A form with an address needs no script, and goes its way. */
const hold = `addEventListener('submit', (event) => {
  if (window.submittedEarly === null || event.target.hasAttribute('action')) return
  event.preventDefault()
  window.submittedEarly = event.target
})`

/**
 * Holds the form that is submitted before the page's scripts have run, and submits it when they have: the browser
 * would load the page anew, and what was typed would be gone. `nonce` is that of this response.
 */
export function EarlySubmit({ nonce }: { nonce: string | undefined }) {
  // Its fields take over what was typed early as soon as they have run, so it is submitted a render later.
  const [running, setRunning] = useState(false)
  useEffect(() => setRunning(true), [])
  useEffect(() => {
    if (!running) return
    const form = window.submittedEarly
    window.submittedEarly = null
    form?.requestSubmit()
  }, [running])

  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant, with nothing of a request in it
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: hold }} />
}
