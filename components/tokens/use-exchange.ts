'use client'

import { useRef, useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import type { ActionFailure, ActionResult } from '@/lib/action-state'
import type { Exchange } from '@/lib/tokens/exchange'
import type { Prediction } from '@/lib/tokens/predict'
import type { TokenQuestion } from '@/lib/tokens/schema'

/** What the tenant answered, and what had been predicted when it was asked. */
export type Answered = { exchange: Exchange; prediction: Prediction }

export type Ask = (question: TokenQuestion) => Promise<ActionResult<Exchange>>

/** The one answer that is on screen; another question forgets it, token and all. */
export function useExchange(ask: Ask) {
  const latest = useRef<TokenQuestion>(undefined)
  const [asking, setAsking] = useState(false)
  const [answered, setAnswered] = useState<Answered>()
  const [failure, setFailure] = useState<ActionFailure>()

  function forget() {
    latest.current = undefined
    setAsking(false)
    setAnswered(undefined)
    setFailure(undefined)
  }

  async function send(question: TokenQuestion, prediction: Prediction) {
    forget()
    latest.current = question
    setAsking(true)
    const result = await attempt(() => ask(question))
    if (latest.current !== question) return // something else is asked by now
    setAsking(false)
    if (result.status === 'done') setAnswered({ exchange: result.value, prediction })
    else setFailure(result)
  }

  return { answered, failure, asking, send, forget }
}
