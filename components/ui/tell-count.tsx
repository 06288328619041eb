'use client'

import { useEffect } from 'react'
import { tellCount } from './live-count'

/** Tells a count elsewhere on the page what this part of it has read anyway. */
export function TellCount({ of, count }: { of: string; count: number }) {
  useEffect(() => tellCount(of, count), [of, count])
  return null
}
