import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { routes } from '@/lib/routes'

/** What the addresses of APIs say while the section is switched off. */
export function ApisOff() {
  return (
    <>
      <PageHead title="APIs" />
      <EmptyState
        art="off"
        title="The APIs section is off"
        actions={
          <>
            <LinkButton kind="primary" href={routes.accountAdvanced()}>
              Open Advanced settings
            </LinkButton>
            <LinkButton href={routes.overview()}>Overview</LinkButton>
          </>
        }
      >
        <p>
          The APIs are there as before, and clients get tokens for them. Only their pages are hidden. The
          switch is "Enable APIs Section" under{' '}
          <span className="whitespace-nowrap">Account &gt; Advanced &gt; Settings.</span>
        </p>
      </EmptyState>
    </>
  )
}
