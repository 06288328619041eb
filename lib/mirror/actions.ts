'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import { lookNow } from './look-now'

/** Looks at the tenant, and resolves when what was found is in the lists; `failed` when it can't be reached. */
export async function refreshMirror(): Promise<ActionResult> {
  return adminCall(z.undefined(), undefined, async () => {
    await lookNow()
    refresh()
  })
}
