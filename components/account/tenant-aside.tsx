import { Aside } from '@/components/ui/aside'
import { Identifier } from '@/components/ui/identifier'

/** Which tenant this is. */
export function TenantAside({ issuer, kind }: { issuer: string; kind: string }) {
  return (
    <Aside
      title="About this tenant"
      facts={[
        { term: 'Issuer', value: <Identifier value={issuer} label="issuer" /> },
        {
          term: 'Public keys',
          value: <Identifier value={`${issuer}.well-known/jwks.json`} label="JWKS address" />,
        },
        { term: 'Kind', value: kind },
      ]}
    />
  )
}
