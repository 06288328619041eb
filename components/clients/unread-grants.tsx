import { Banner } from '@/components/ui/banner'

type Props = {
  /** Audiences of grants for APIs that are not in the list. */
  audiences: string[]
  complete: boolean
}

/** What the list leaves out in a tenant with more APIs or grants than one call returns. */
export function UnreadGrants({ audiences, complete }: Props) {
  if (complete) return null
  return (
    <div className="mt-4">
      <Banner tone="info" title="Not every API is listed.">
        The tenant has more than 100 APIs or this client more than 100 grants, and this page shows the first
        100.
        {audiences.length > 0 && (
          <>
            {' '}
            Authorized besides: <span className="wrap-anywhere">{audiences.join(', ')}</span>.
          </>
        )}{' '}
        The others are on each API’s Non Interactive Clients tab.
      </Banner>
    </div>
  )
}
