import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { routes } from '@/lib/routes'

/** The head of both pages about the account. */
export function AccountHead() {
  return (
    <>
      <PageHead title="Account" sub="Who you are here, and the tenant as a whole" />
      <Tabs
        label="Account"
        tabs={[
          { href: routes.account(), label: 'General' },
          { href: routes.accountAdvanced(), label: 'Advanced' },
        ]}
      />
    </>
  )
}
