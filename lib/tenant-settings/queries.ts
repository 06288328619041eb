import 'server-only'
import { cache } from 'react'
import { env } from '../env'
import { AppError } from '../errors'
import { management } from '../management/management'
import { liveOrMirrored } from '../mirror/live-or-mirrored'
import { mirroredSettings } from '../mirror/settings'
import { requireAdmin } from '../session'
import { currentSettings } from './current'
import { toTenantSettings } from './tenant-settings'

/** The tenant as the shell shows it. No call; a tenant that was never read goes by its domain. */
export const getTenantSummary = cache(async () => {
  await requireAdmin()
  const { AUTH0_DOMAIN: domain } = env()
  // Plain HTTP is accepted for loopback only, and that is where the embedded tenant is.
  const kind = domain.protocol === 'http:' ? `Embedded tenant, port ${domain.port || 80}` : domain.host
  const settings = await currentSettings().catch((error) => {
    if (error instanceof AppError) return undefined
    throw error
  })
  return { name: settings?.friendlyName || domain.hostname, kind, apisEnabled: settings?.apisEnabled ?? true }
})

/**
 * The settings as they are in the tenant now, for the page that edits them, and as of when they are. One call; a
 * tenant that can't be reached is made up for by what it held when it was last read.
 */
export const getTenantSettings = cache(async () => {
  await requireAdmin()
  return liveOrMirrored(
    async () => toTenantSettings(await management((api) => api.tenants.settings.get({}))),
    mirroredSettings,
  )
})

/** The issuer of the tenant's tokens, and where its endpoints are. No call. */
export const getIssuer = cache(async () => {
  await requireAdmin()
  return `${env().AUTH0_DOMAIN.origin}/`
})
