import type { Metadata } from 'next'
import { Mirrored } from '@/components/mirror/mirrored'
import { Figures } from '@/components/overview/figures'
import { LatestChanges } from '@/components/overview/latest-changes'
import { SetupList } from '@/components/overview/setup-list'
import { setupSteps } from '@/components/overview/setup-steps'
import { tenantFigures, tokenFigure } from '@/components/overview/tenant-figures'
import { TokenPlot } from '@/components/overview/token-plot'
import { WorthALook } from '@/components/overview/worth-a-look'
import { PageHead } from '@/components/ui/page-head'
import { latestChanges } from '@/lib/changes/queries'
import { snoozeFinding, takeBackSnooze } from '@/lib/findings/actions'
import { getFindings } from '@/lib/findings/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { getTokenTotals } from '@/lib/observations/queries'
import { getSetup } from '@/lib/setup/queries'
import { getTenantSummary } from '@/lib/tenant-settings/queries'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage() {
  const [setup, changes, tenant, tokens, findings, status] = await Promise.all([
    getSetup(),
    latestChanges(5),
    getTenantSummary(),
    getTokenTotals(),
    getFindings(),
    getMirrorStatus(),
  ])
  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <PageHead title="Overview" sub={`${tenant.name}, ${tenant.kind}`} />
      <Figures figures={[...tenantFigures(setup), tokenFigure(tokens.bars)]} />
      <div className="grid grid-cols-[minmax(0,1fr)_360px] gap-x-14 max-desk:grid-cols-1">
        <div>
          <SetupList steps={setupSteps(setup, tokens.latest)} />
          <TokenPlot {...tokens} />
        </div>
        <div>
          <WorthALook
            {...findings}
            since={findings.observed.since}
            actions={{ snooze: snoozeFinding, takeBack: takeBackSnooze }}
          />
          <LatestChanges entries={changes} />
        </div>
      </div>
    </Mirrored>
  )
}
