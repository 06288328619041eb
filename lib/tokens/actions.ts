'use server'

import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import { apply } from '@/lib/changes/apply'
import { call } from './call'
import type { CallAnswer } from './call-answer'
import type { Exchange } from './exchange'
import { type ApiCall, apiCall, apiOfTokens, type TokenQuestion, tokenQuestion } from './schema'
import { makeTestClient } from './test-client'

/** Creates a client named after the API and authorizes it; the value is its client ID. */
export async function createTestClient(apiId: string): Promise<ActionResult<string>> {
  return adminCall(apiOfTokens, apiId, makeTestClient)
}

/**
 * Asks the tenant for a token as the client, with its secret, which stays here; that it was used is recorded. The value
 * is the tenant's answer, whatever it says; a failure is that there was none.
 */
export async function requestToken(question: TokenQuestion): Promise<ActionResult<Exchange>> {
  return adminCall(tokenQuestion, question, (question, admin) =>
    apply({ kind: 'client.request_token', ...question }, admin),
  )
}

/** Calls an API with a token that an admin holds; refused unless the configuration names the API's host. */
export async function callApi(wanted: ApiCall): Promise<ActionResult<CallAnswer>> {
  return adminCall(apiCall, wanted, call)
}
