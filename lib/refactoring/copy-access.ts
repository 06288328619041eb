import type { NewStep } from '../changes/set-store'
import type { Grant } from '../grants/grant'
import { accessOf, grantStep, joined } from '../transfer/compare/grants'

type Named = { id: string; name: string }
/** The grants of both clients, and the APIs they are for by name. */
type Held = { apis: { identifier: string; name: string }[]; grants: Grant[] }

/**
 * What it takes to let one client call what another calls, with the scopes it has there. Nothing is taken away, unless
 * `exactly`: then the client ends with what the other has and no more. Grants the tenant made itself stay as they are.
 */
export function copyAccess({ apis, grants }: Held, from: Named, client: Named, exactly = false): NewStep[] {
  const names = new Map(apis.map(({ identifier, name }) => [identifier, name]))
  const apiOf = (audience: string) => ({ identifier: audience, name: names.get(audience) ?? audience })
  const heldBy = (id: string) =>
    new Map(grants.filter(({ clientId }) => clientId === id).map((grant) => [grant.audience, grant]))
  const [wanted, held] = [heldBy(from.id), heldBy(client.id)]
  const isFixed = (grant: Grant | undefined) => grant?.isSystem ?? false

  const given = [...wanted.values()].flatMap((grant) => {
    const own = held.get(grant.audience)
    if (isFixed(own)) return []
    const { scope, allScopes } = grant
    const to = joined(exactly ? null : accessOf(own), { scope, allScopes })
    return grantStep({ client, api: apiOf(grant.audience) }, accessOf(own), to)
  })
  if (!exactly) return given
  const taken = [...held.values()].flatMap((own) => {
    if (isFixed(own) || wanted.has(own.audience)) return []
    return grantStep({ client, api: apiOf(own.audience) }, accessOf(own), null)
  })
  return [...given, ...taken]
}
