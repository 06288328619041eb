import { z } from 'zod'
import { clientTypes } from './client'

const name = z
  .string()
  .trim()
  .min(1, 'Give the client a name.')
  .max(200, 'At most 200 characters.')
  .regex(/^[^<>]*$/, 'Leave out < and >. The tenant refuses them in names.')

const description = z.string().trim().max(140, 'At most 140 characters.')

/** What an admin says to create a client. */
export const newClientInput = z.object({ name, description, type: z.enum(clientTypes) })
export type NewClientInput = z.input<typeof newClientInput>

/** The grant types a person can switch here; others a client has are kept as they are. */
export const knownGrantTypes = [
  'client_credentials',
  'authorization_code',
  'refresh_token',
  'implicit',
] as const

/** What an admin may change about a client; shared by the form and the action. */
export const clientInput = z
  .object({
    name,
    description,
    grantTypes: z.array(z.string().min(1)).max(20),
    authMethod: z.enum(['client_secret_post', 'client_secret_basic', 'none', 'private_key_jwt']),
  })
  .refine(
    ({ grantTypes, authMethod }) => authMethod !== 'none' || !grantTypes.includes('client_credentials'),
    {
      path: ['authMethod'],
      message:
        'A client without a secret can’t use client credentials: choose another method, or take that grant type away.',
    },
  )
export type ClientInput = z.input<typeof clientInput>

export const clientId = z.string().min(1).max(128)
