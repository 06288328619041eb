import 'server-only'
import { applyChangeSets } from './changes/queue/queue'
import { startFollowing } from './mirror/start'

/** What the dashboard does by itself while it runs, each in its own loop; none of them may throw. */
const work: readonly (() => void)[] = [startFollowing, applyChangeSets]

/** Begins all of it. Several processes may run at once: each piece holds a lease for what only one may do. */
export function startBackgroundWork(): void {
  for (const start of work) start()
}
