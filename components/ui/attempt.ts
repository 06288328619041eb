import { unstable_rethrow } from 'next/navigation'
import type { ActionResult } from '@/lib/action-state'

/** Calls an action; a dashboard that does not answer is a failure like any other. */
export async function attempt<Value>(
  action: () => Promise<ActionResult<Value>>,
): Promise<ActionResult<Value>> {
  try {
    return await action()
  } catch (error) {
    unstable_rethrow(error)
    return {
      status: 'failed',
      code: 'unavailable',
      message:
        'The dashboard did not answer, so it is not known whether it was done. Reload the page to see.',
    }
  }
}
