import { z } from 'zod'
import { formats, sized, text } from './formats.ts'
import { pagingParams, perPageOrNone } from './paging.ts'

const longestName = 255
const name = text.max(longestName)
const description = z.string().max(1000)

export const createRole = z.strictObject({ name, description: description.optional() })
export type CreateRole = z.output<typeof createRole>

export const updateRole = sized(
  z.strictObject({ name: name.optional(), description: description.optional() }),
  1,
)
export type UpdateRole = z.output<typeof updateRole>

export const roleList = z.object({
  ...pagingParams,
  per_page: perPageOrNone,
  name_filter: z.string().max(longestName).optional(),
})

export const roleUsers = z.strictObject({ users: z.array(formats.userId).min(1).max(1000) })
export type RoleUsers = z.output<typeof roleUsers>

const permission = z.strictObject({ resource_server_identifier: text, permission_name: text })
export const rolePermissions = z.strictObject({ permissions: z.array(permission).min(1).max(1000) })
export type RolePermissions = z.output<typeof rolePermissions>
