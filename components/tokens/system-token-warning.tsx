import { Banner } from '@/components/ui/banner'

/** What is different about a token for the Management API itself. */
export function SystemTokenWarning() {
  return (
    <div className="mb-5">
      <Banner tone="warning" title="A token for this API controls the tenant itself.">
        Whoever holds it may do what its scopes say until it expires; it can’t be taken back. Ask for no more
        scopes than the test needs.
      </Banner>
    </div>
  )
}
