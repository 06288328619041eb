import { z } from 'zod'
import { fieldsParams } from './fields.ts'
import { anything, formats, sized, text } from './formats.ts'
import { pagingParams, perPageOrNone } from './paging.ts'

const phoneNumber = z.string().regex(/^\+[0-9]{1,15}$/)
const shortName = text.max(150)
const longName = text.max(300)
const username = text.max(128)
/** Hashing takes its time, so the text it is given has a limit. */
const password = text.max(1024)

const flags = {
  blocked: z.boolean().optional(),
  email_verified: z.boolean().optional(),
  phone_verified: z.boolean().optional(),
  verify_email: z.boolean().optional(),
}

export const createUser = z.strictObject({
  ...flags,
  connection: text,
  email: formats.email,
  password,
  user_id: z.string().max(255).regex(/^\S*$/).optional(),
  username: username.optional(),
  phone_number: phoneNumber.optional(),
  given_name: shortName.optional(),
  family_name: shortName.optional(),
  name: longName.optional(),
  nickname: longName.optional(),
  picture: formats.strictUri.optional(),
  app_metadata: anything.optional(),
  user_metadata: anything.optional(),
})
export type CreateUser = z.output<typeof createUser>

export const updateUser = sized(
  z.strictObject({
    ...flags,
    verify_phone_number: z.boolean().optional(),
    connection: text.optional(),
    client_id: text.optional(),
    email: formats.email.optional(),
    password: password.optional(),
    username: username.nullable().optional(),
    phone_number: phoneNumber.nullable().optional(),
    given_name: shortName.nullable().optional(),
    family_name: shortName.nullable().optional(),
    name: longName.nullable().optional(),
    nickname: longName.nullable().optional(),
    picture: formats.strictUri.nullable().optional(),
    app_metadata: anything.optional(),
    user_metadata: anything.optional(),
  }),
  1,
)
export type UpdateUser = z.output<typeof updateUser>

export const userList = z.object({
  ...fieldsParams,
  ...pagingParams,
  per_page: perPageOrNone,
  q: z.string().optional(),
  connection: z.string().optional(),
  search_engine: z.enum(['v1', 'v2', 'v3']).optional(),
  primary_order: z.enum(['true', 'false']).optional(),
})

export const userQuery = z.object(fieldsParams)
export const usersByEmail = z.object({ ...fieldsParams, email: z.string() })

export const userRoles = z.strictObject({ roles: z.array(text).min(1).max(50) })
export type UserRoles = z.output<typeof userRoles>
