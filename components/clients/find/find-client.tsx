import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Loaded when it is asked for: most lists are long enough. */
const FindClientDialog = dynamic(
  () => import('./find-client-dialog').then((module) => module.FindClientDialog),
  { ssr: false },
)

/** The way to any client of the tenant, beside a field that lists the first of them. */
export function FindClient({ onChoose }: { onChoose: (clientId: string) => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>Find another…</Button>
      {asking && (
        <FindClientDialog
          onChoose={(clientId) => {
            setAsking(false)
            onChoose(clientId)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
