import { Banner } from '@/components/ui/banner'

/** The address names a client that the tenant does not have. */
export function NoSuchClient({ id }: { id: string }) {
  return (
    <div className="mb-5">
      <Banner tone="warning" title="The tenant has no such client.">
        <code>{id}</code> was deleted, or belongs to another tenant. Choose another one.
      </Banner>
    </div>
  )
}
