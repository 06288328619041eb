import { Banner } from '@/components/ui/banner'
import type { MirrorStatus } from '@/lib/mirror/status'
import { KeepReading } from './keep-reading'
import { readSoFar } from './read-so-far'
import { RefreshButton, type RefreshMirror } from './refresh-button'

type Props = { status: MirrorStatus; refresh: RefreshMirror }

/** Why what is shown may not be all, or not be new; nothing while it is both. */
export function MirrorBanner({ status: { asOf, reading, unreachable }, refresh }: Props) {
  if (unreachable)
    return (
      <div className="mb-4">
        <Banner
          tone="warning"
          title={asOf ? `You see the tenant as of ${time(asOf)}.` : 'The tenant was never read.'}
          action={<RefreshButton refresh={refresh} label="Try now" />}
        >
          {unreachable.because} That began at {time(unreachable.since)}; no change can be made until it
          answers.
        </Banner>
      </div>
    )
  if (reading)
    return (
      <div className="mb-4">
        <Banner title="The tenant is being read for the first time.">
          {readSoFar(reading)} What is there so far is shown, and you can leave this page.
          <KeepReading />
        </Banner>
      </div>
    )
  return null
}

const time = (at: string) => `${new Date(at).toISOString().slice(11, 19)} UTC`
