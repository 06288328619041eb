import { z } from 'zod'
import { isLoopbackName } from './loopback.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]']

const domain = z.string().transform((text, context) => {
  const url = URL.parse(/^https?:\/\//.test(text) ? text : `https://${text}`)
  if (url?.pathname === '/' && (url.protocol === 'https:' || loopback.includes(url.hostname))) return url
  context.addIssue('must be a domain such as acme.eu.auth0.com (http:// works for loopback only)')
  return z.NEVER
})

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' })

const emails = z
  .string()
  .default('')
  .transform((list) =>
    list
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  )

/** PKCS #8; `\\n` stands for a line break where a variable can't hold one. */
const privateKey = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n'))
  .refine((text) => text.includes('-----BEGIN PRIVATE KEY-----'), 'must be a private key in PEM (PKCS #8)')

/** What stands in it is not repeated: it may hold a password. */
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address such as postgres://user:password@host:5432/database',
})

/** `orders.example.com` is that host by HTTPS; plain HTTP has to be asked for, unless the host is this machine. */
const callableOrigins = z
  .string()
  .default('')
  .transform((list, context) =>
    list
      .split(/[\s,]+/)
      .filter(Boolean)
      .flatMap((entry) => {
        const url = URL.parse(entry.includes('://') ? entry : `https://${entry}`)
        if (url && /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?\/$/.test(url.href)) {
          const alsoPlain = !entry.includes('://') && isLoopbackName(url.hostname)
          return alsoPlain ? [url.origin, url.origin.replace(/^https:/, 'http:')] : [url.origin]
        }
        context.addIssue(
          'must be hosts such as orders.example.com or http://localhost:3001, separated by commas',
        )
        return z.NEVER
      }),
  )

const variables = z.object({
  AUTH0_DOMAIN: domain,
  AUTH0_CLIENT_ID: z.string(),
  AUTH0_CLIENT_SECRET: z.string(),
  AUTH0_SECRET: z.string().min(32, 'must have 32 characters or more: openssl rand -hex 32 makes one'),
  APP_BASE_URL: httpUrl.transform((url) => new URL(url)),
  MANAGEMENT_CLIENT_ID: z.string(),
  MANAGEMENT_CLIENT_SECRET: z.string().optional(),
  MANAGEMENT_CLIENT_SIGNING_KEY: privateKey.optional(),
  GRANTBOARD_ADMINS: emails,
  GRANTBOARD_TEST_CALLS: callableOrigins,
  GRANTBOARD_LOOK_SECONDS: z.coerce
    .number('must be a number of seconds such as 3')
    .min(0.1, 'must be 0.1 or more')
    .max(3600, 'must be 3600 or less')
    .default(3),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseUrl.optional(),
})

const schema = variables
  .refine((given) => given.MANAGEMENT_CLIENT_SECRET || given.MANAGEMENT_CLIENT_SIGNING_KEY, {
    path: ['MANAGEMENT_CLIENT_SECRET'],
    when: () => true, // what is missing is told in one sentence, so this is looked at even when more is missing
  })
  .refine((given) => !given.MANAGEMENT_CLIENT_SECRET || !given.MANAGEMENT_CLIENT_SIGNING_KEY, {
    path: ['MANAGEMENT_CLIENT_SIGNING_KEY'],
    message: 'is set beside MANAGEMENT_CLIENT_SECRET: keep one of them',
  })

/** What the dashboard runs on, checked. */
export type Configuration = z.output<typeof schema>

/**
 * The dashboard's configuration from environment variables; empty ones count as missing.
 * Throws a ConfigurationError with one sentence that names what is missing or wrong.
 */
export function readConfiguration(variables: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const { success, data, error } = schema.safeParse(given)
  if (success) return data

  const missing = error.issues.map(({ path }) => String(path[0])).filter((name) => given[name] === undefined)
  if (missing.length > 0) {
    const [verb, noun] = missing.length === 1 ? ['is', 'it'] : ['are', 'them']
    throw new ConfigurationError(
      `${listed(missing)} ${verb} missing: set ${noun} to run against that tenant, or none of the AUTH0 and MANAGEMENT variables to run with the embedded one.`,
    )
  }
  const [wrong] = error.issues
  throw new ConfigurationError(`${wrong?.path.join('.')} ${wrong?.message}.`)
}

/** Why the dashboard can't start, in one sentence. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

const listed = (names: string[]) => new Intl.ListFormat('en').format(names)
