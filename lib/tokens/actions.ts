'use server'

import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import { apiOfTokens } from './schema'
import { makeTestClient } from './test-client'

/** Creates a client named after the API and authorizes it; the value is its client ID. */
export async function createTestClient(apiId: string): Promise<ActionResult<string>> {
  return adminCall(apiOfTokens, apiId, makeTestClient)
}
