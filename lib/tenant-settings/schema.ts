import { z } from 'zod'

/** What an admin may change about the tenant as a whole, beside the switch. */
export const tenantSettingsInput = z.object({
  friendlyName: z
    .string()
    .trim()
    .max(200, 'At most 200 characters.')
    .regex(/^[^<>]*$/, 'Leave out < and >. The tenant refuses them in names.'),
  defaultAudience: z
    .string()
    .trim()
    .max(600, 'At most 600 characters.')
    .regex(/^\S*$/, 'Leave out spaces. It is an API’s identifier, exactly as it stands there.'),
})
export type TenantSettingsInput = z.input<typeof tenantSettingsInput>
