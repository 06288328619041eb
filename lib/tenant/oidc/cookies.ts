import type { Tenant } from '../tenant.ts'

/** Signed, out of a script's reach, and sent on top-level navigation only; over TLS alone where the tenant has TLS. */
export const cookieOptions = (issuer: string) =>
  ({ httpOnly: true, sameSite: 'lax', secure: issuer.startsWith('https:'), signed: true }) as const

/** A browser keeps cookies by host, whatever the port: two tenants on one machine must not overwrite each other's. */
export function cookies({ issuer, cookieKeys }: Tenant) {
  const prefix = `tenant${new URL(issuer).port}`
  const options = cookieOptions(issuer)
  return {
    keys: cookieKeys,
    names: { session: `${prefix}_session`, interaction: `${prefix}_interaction`, resume: `${prefix}_resume` },
    long: options,
    short: options,
  }
}
