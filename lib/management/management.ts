import 'server-only'
import { ManagementClient } from 'auth0'
import { env } from '../env'
import { AppError } from '../errors'
import { request } from './request'

let client: ManagementClient | undefined

/**
 * The one door to the Management API: every call passes here, so every failure leaves as an AppError whose
 * message says what the tenant answered and what to do about it.
 */
export async function management<T>(call: (api: ManagementClient) => PromiseLike<T>): Promise<T> {
  try {
    client ??= connect()
    return await call(client)
  } catch (error) {
    throw appErrorWithin(error) ?? error
  }
}

function connect() {
  const { AUTH0_DOMAIN, MANAGEMENT_CLIENT_ID, MANAGEMENT_CLIENT_SECRET } = env()
  return new ManagementClient({
    domain: AUTH0_DOMAIN.host,
    clientId: MANAGEMENT_CLIENT_ID,
    clientSecret: MANAGEMENT_CLIENT_SECRET,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => request(AUTH0_DOMAIN, input, init),
    maxRetries: 0, // `request` knows what is safe to repeat
  })
}

/** The SDK wraps what its fetch throws, and `request` throws AppErrors. */
function appErrorWithin(error: unknown): AppError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause
  }
}
