import 'server-only'
import { ManagementClient } from 'auth0'
import { env } from '../env'
import { AppError } from '../errors'
import { keepOwnWrite } from '../mirror/own-writes'
import { TokenRefused } from './refusal'
import { request } from './request'

type Work<T> = (api: ManagementClient) => PromiseLike<T>

let client: ManagementClient | undefined

/**
 * The one door to the Management API: every call passes here, so every failure leaves as an AppError whose
 * message says what the tenant answered and what to do about it.
 */
export async function management<T>(work: Work<T>): Promise<T> {
  client ??= connect()
  const used = client
  try {
    return await attempt(work, used)
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error
    // The SDK keeps a token until it expires, and a tenant may refuse it before: new keys, a new grant, another start.
    if (client === used) client = connect()
    return attempt(work, client)
  }
}

async function attempt<T>(work: Work<T>, api: ManagementClient): Promise<T> {
  try {
    return await work(api)
  } catch (error) {
    throw appErrorWithin(error) ?? error
  }
}

function connect() {
  const { AUTH0_DOMAIN, MANAGEMENT_CLIENT_ID, MANAGEMENT_CLIENT_SECRET, MANAGEMENT_CLIENT_SIGNING_KEY } =
    env()
  return new ManagementClient({
    domain: AUTH0_DOMAIN.host,
    clientId: MANAGEMENT_CLIENT_ID,
    ...(MANAGEMENT_CLIENT_SIGNING_KEY
      ? { clientAssertionSigningKey: MANAGEMENT_CLIENT_SIGNING_KEY }
      : { clientSecret: MANAGEMENT_CLIENT_SECRET ?? '' }),
    fetch: (input: RequestInfo | URL, init?: RequestInit) =>
      keepOwnWrite(input, init, () => request(AUTH0_DOMAIN, input, init)),
    maxRetries: 0, // `request` knows what is safe to repeat
  })
}

/** The SDK wraps what its fetch throws, and `request` throws AppErrors. */
function appErrorWithin(error: unknown): AppError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause
  }
}
