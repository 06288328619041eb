import type { ActivitySet } from '@/lib/changes/activity'
import { counted } from '@/lib/counted'
import { titleOf } from './title'

const verbs: Partial<Record<ActivitySet['origin'], string>> = { undo: 'Undid', elsewhere: 'Found' }

/** What a set did, in one line: its only change, or how many and of what. */
export function setLine({ changes, applied, failed, origin }: ActivitySet): string {
  const [first] = changes
  const count = applied + failed
  if (count === 1 && first) return titleOf(first)
  const apis = new Set(changes.map(({ subject }) => subject.apiName))
  const clients = new Set(changes.map(({ subject }) => subject.clientName))
  const [api, client] = [[...apis][0], [...clients][0]]
  const of = apis.size === 1 && api ? api : clients.size === 1 && client ? client : undefined
  const verb = verbs[origin] ?? 'Applied'
  return `${verb} ${counted(count, 'change')}${of ? ` for ${of}` : ''}`
}
