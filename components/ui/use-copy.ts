'use client'

import { useEffect, useRef, useState } from 'react'
import { copyText } from './clipboard'

export type CopyState = 'idle' | 'copied' | 'refused'

/** Copies and says for 1.6 s whether it worked. */
export function useCopy() {
  const [state, setState] = useState<CopyState>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  async function copy(text: string) {
    setState((await copyText(text)) ? 'copied' : 'refused')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setState('idle'), 1600)
  }

  return { state, copy }
}

export const copyWord = { idle: '', copied: 'Copied', refused: 'The browser refused to copy' } as const
