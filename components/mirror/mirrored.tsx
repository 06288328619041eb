import type { ReactNode } from 'react'
import { fullTimestamp } from '@/components/ui/age'
import type { MirrorStatus } from '@/lib/mirror/status'
import { MirrorBanner } from './mirror-banner'
import { RefreshButton, type RefreshMirror } from './refresh-button'

type Props = { status: MirrorStatus; refresh: RefreshMirror; children: ReactNode }

/** What the tenant held when it was last read: above it what stands in the way of more, below it when that was. */
export function Mirrored({ status, refresh, children }: Props) {
  return (
    <>
      <MirrorBanner status={status} refresh={refresh} />
      {children}
      {status.asOf && (
        <div className="flex flex-wrap items-center gap-x-1 pt-3 text-xs text-ink-faint">
          <span>
            As of{' '}
            <time dateTime={status.asOf} title={fullTimestamp(new Date(status.asOf))}>
              {toTheSecond(status.asOf)}
            </time>
          </span>
          <RefreshButton refresh={refresh} />
        </div>
      )}
    </>
  )
}

/** "12:03:20 UTC" */
const toTheSecond = (at: string) => `${new Date(at).toISOString().slice(11, 19)} UTC`
