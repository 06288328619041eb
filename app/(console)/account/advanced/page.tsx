import type { Metadata } from 'next'
import { ApisSwitch } from '@/components/account/apis-switch'
import { TenantAside } from '@/components/account/tenant-aside'
import { TenantSettingsForm } from '@/components/account/tenant-settings-form'
import { Mirrored } from '@/components/mirror/mirrored'
import { Settings, SettingsGroup } from '@/components/ui/settings-group'
import { apiFilter } from '@/lib/apis/list-filter'
import { listApis } from '@/lib/apis/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { setApisEnabled, updateTenantSettings } from '@/lib/tenant-settings/actions'
import { getIssuer, getTenantSettings, getTenantSummary } from '@/lib/tenant-settings/queries'

export const metadata: Metadata = { title: 'Advanced settings' }

export default async function AdvancedPage() {
  const [{ value: settings, status }, { apis, total }, tenant, issuer] = await Promise.all([
    getTenantSettings(),
    listApis(1, apiFilter({})),
    getTenantSummary(),
    getIssuer(),
  ])
  const { friendlyName, defaultAudience, apisEnabled } = settings
  const opened = { friendlyName, defaultAudience }

  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <Settings aside={<TenantAside issuer={issuer} kind={tenant.kind} />}>
        <SettingsGroup title="Settings" note="Kept by the tenant, the same for everyone">
          <ApisSwitch enabled={apisEnabled} apis={total} save={setApisEnabled} />
          <TenantSettingsForm
            action={updateTenantSettings.bind(null, opened)}
            settings={opened}
            tenantName={tenant.name}
            apis={apis.map(({ identifier, name }) => ({ identifier, name }))}
          />
        </SettingsGroup>
      </Settings>
    </Mirrored>
  )
}
