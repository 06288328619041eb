'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Held } from '@/lib/access/picture'
import { AccessCard } from './access-card'
import type { Matrix } from './use-matrix'

const first = 30
/** More than a phone shows: the server renders them for every screen. */
const inSight = 15

/** The matrix on a phone: a client at a time, with the APIs it may call. */
export function AccessCards({
  matrix,
  held,
  locked,
  standing,
}: {
  matrix: Matrix
  held: Held
  locked: Record<string, string>
  /** The page stands: more than what is in sight may be rendered. */
  standing: boolean
}) {
  const [shown, setShown] = useState(first)
  const { clients } = matrix.grid
  const left = clients.length - shown
  return (
    <>
      <ul aria-label="Clients" className="-mx-4 border-t border-line-strong">
        {clients.slice(0, standing ? shown : inSight).map((client) => (
          <AccessCard key={client.id} client={client} matrix={matrix} held={held} locked={locked} />
        ))}
      </ul>
      {left > 0 && (
        <div className="py-4">
          <Button onClick={() => setShown(shown + first)}>Show {Math.min(first, left)} more</Button>
        </div>
      )}
    </>
  )
}
