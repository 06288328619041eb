import { z } from 'zod'

/** Schemes that run code or carry content instead of naming a place. */
const unsafe = new Set(['javascript:', 'data:', 'vbscript:', 'blob:'])

const format = (name: string, accepts: (text: string) => boolean) =>
  z
    .string()
    .refine(accepts, { params: { format: name } })
    .meta({ format: name })

/** `{organization_name}` and the `*` of a subdomain stand for a part of a name. */
const withoutPlaceholders = (text: string) => text.replace(/\{[\w.]+\}/g, 'x').replaceAll('*', 'x')

function isUrl(text: string, protocol?: string): boolean {
  const url = URL.parse(text)
  return url !== null && !unsafe.has(url.protocol) && (!protocol || url.protocol === protocol)
}

/** The string formats that the contract names. */
export const formats = {
  url: format('url', (text) => isUrl(text)),
  absoluteUriOrEmpty: format('absolute-uri-or-empty', (text) => text === '' || isUrl(text)),
  absoluteHttpsUriOrEmpty: format(
    'absolute-https-uri-or-empty',
    (text) => text === '' || isUrl(text, 'https:'),
  ),
  absoluteHttpsUriWithPlaceholdersOrEmpty: format(
    'absolute-https-uri-with-placeholders-or-empty',
    (text) => text === '' || isUrl(withoutPlaceholders(text), 'https:'),
  ),
  expressLoginUri: format('ec-initiate-login-uri-template-url', (text) =>
    isUrl(withoutPlaceholders(text), 'https:'),
  ),
  callbackUrl: format('callback-url', (text) => isUrl(withoutPlaceholders(text))),
  urlWithPlaceholders: format('url-with-placeholders', (text) => isUrl(withoutPlaceholders(text))),
  emailOrEmpty: format('email-or-empty', (text) => text === '' || /^[^\s@<>]+@[^\s@<>]+$/.test(text)),
  email: format('email', (text) => text.length <= 320 && /^[^\s@<>]+@[^\s@<>]+$/.test(text)),
  strictUri: format('strict-uri', (text) => isUrl(text)),
  userId: format('user-id-with-max-length', (text) => /^\S{1,1024}$/.test(text)),
  dateTime: format('date-time', (text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))),
  organizationId: format('organization-id', (text) => /^org_[A-Za-z0-9]{1,64}$/.test(text)),
  clientId: format('client-id', (text) => /^[A-Za-z0-9_-]{1,128}$/.test(text)),
  credentialId: format('credential-id', (text) => /^cred_[A-Za-z0-9]{1,64}$/.test(text)),
  connectionProfileId: format('connection-profile-id', (text) => /^cop_[A-Za-z0-9]{1,64}$/.test(text)),
  userAttributeProfileId: format('user-attribute-profile-id', (text) => /^uap_[A-Za-z0-9]{1,64}$/.test(text)),
}

/** Adds to the schema of an object how many properties it must have, and may have. */
export function sized<T extends z.ZodType<object>>(schema: T, minimum: number, maximum?: number): T {
  return schema
    .superRefine((value, { addIssue }) => {
      const count = Object.keys(value).length
      if (count < minimum) addIssue(`Too few properties defined (${count}), minimum ${minimum}`)
      else if (maximum !== undefined && count > maximum) {
        addIssue(`Too many properties defined (${count}), maximum ${maximum}`)
      }
    })
    .meta({ minProperties: minimum, ...(maximum !== undefined && { maxProperties: maximum }) })
}

/** A name that people read: no markup can hide in it. */
export const readableName = z.string().regex(/^[^<>]+$/)
/** A non-empty string. */
export const text = z.string().min(1)
/** The keys and values of an object that the contract leaves open. */
export const anything = z.looseObject({})
