import { startTransition, useEffect, useState } from 'react'

/** More than fit on a large screen. */
const firstRows = 30

/**
 * The rows to render: at first as many as fit in sight, so that a hundred don't keep those waiting, and all of them
 * once the page stands.
 */
export function useFirstRows<Row>(rows: Row[]): Row[] {
  const [standing, setStanding] = useState(false)
  useEffect(() => startTransition(() => setStanding(true)), [])
  return standing ? rows : rows.slice(0, firstRows)
}

/** Says of so many rows that not all are shown, where no script will show them. */
export const FirstRowsOnly = ({ of }: { of: number }) =>
  of > firstRows && <noscript>Without JavaScript, the first {firstRows} are shown.</noscript>
