'use client'

import { useEffect, useState } from 'react'

type Explain = typeof import('@/lib/tokens/explain/explain')['explain']

/**
 * What explains: fetched once the page stands, so that it needs no line when something is pasted. `'missing'` when it
 * could not be fetched, undefined until it is known.
 */
export function useExplain(): Explain | 'missing' | undefined {
  const [explain, setExplain] = useState<Explain | 'missing'>()
  useEffect(() => {
    import('@/lib/tokens/explain/explain').then(
      (module) => setExplain(() => module.explain),
      () => setExplain('missing'),
    )
  }, [])
  return explain
}
