'use client'

import { useEffect, useState } from 'react'
import { clientEntry, paletteEntries } from '@/lib/palette/entries'
import type { PaletteEntry, PaletteIndex } from '@/lib/palette/palette-index'
import { routes } from '@/lib/routes'

let last: PaletteIndex | undefined

/**
 * What the palette finds: what it found the last time at once, and anew as soon as it is here. In a tenant with more
 * clients than are sent, those that match `query` are asked for.
 */
export function usePaletteIndex(apisEnabled: boolean, query: string) {
  const [index, setIndex] = useState(last)
  const [further, setFurther] = useState<PaletteEntry[]>([])
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let current = true
    read<PaletteIndex>(routes.palette())
      .then((read) => {
        last = read
        if (current) setIndex(read)
      })
      .catch(() => current && setFailed(true))
    return () => {
      current = false
    }
  }, [])

  const ask = index?.truncated ? query : ''
  useEffect(() => {
    if (ask === '') return setFurther([])
    let current = true
    read<PaletteIndex['clients']>(routes.palette(ask))
      .then((clients) => current && setFurther(clients.map(clientEntry)))
      .catch(() => current && setFailed(true))
    return () => {
      current = false
    }
  }, [ask])

  const [entries, setEntries] = useState<PaletteEntry[]>([])
  useEffect(() => {
    setEntries(paletteEntries(index ?? { clients: [], apis: [], scopes: [], truncated: false }, apisEnabled))
  }, [index, apisEnabled])

  return { entries, further, loading: !index && !failed, failed }
}

async function read<Value>(address: string): Promise<Value> {
  const response = await fetch(address)
  if (!response.ok || response.redirected) throw new Error('Not found out')
  return response.json()
}
