import { isStorable } from '../storable.ts'
import type { Call } from './route.ts'

/**
 * The id or identifier that a path names an API by. Live tenants also take an identifier that was encoded twice, as
 * Auth0's tools for Terraform send it, unless there is an API that is called so.
 */
export async function namedApi({ tenant, param }: Pick<Call, 'tenant' | 'param'>): Promise<string> {
  const name = param('id')
  const decoded = decodedAgain(name)
  if (decoded === name) return name
  return (await tenant.storage.resourceServers.find(name)) ? name : decoded
}

function decodedAgain(name: string): string {
  try {
    const decoded = decodeURIComponent(name)
    return isStorable(decoded) ? decoded : name
  } catch {
    return name
  }
}
