import { Banner } from '@/components/ui/banner'

/** What is different about authorizing a client for the Management API itself. */
export function SystemApiWarning() {
  return (
    <div className="mb-4">
      <Banner tone="warning" title="These scopes control the tenant itself.">
        A client that holds <code>create:client_grants</code> or <code>update:client_grants</code> can grant
        itself every other scope, of this API and of all others. Here a checkbox authorizes without any scope:
        pick those the client needs.
      </Banner>
    </div>
  )
}
