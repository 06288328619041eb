import { counted } from '@/lib/counted'
import type { CopySum } from '@/lib/refactoring/copy-sum'

/** "Authorizes billing-worker for 2 APIs, changes its scopes at 1 API and revokes its access to 3 APIs." */
export function copyWords(sum: CopySum, name: string): string {
  const { authorizes, rescopes, revokes } = sum
  if (changesIn(sum) === 0) return `Nothing to change: ${name} has the same access.`
  const parts = [
    authorizes > 0 && `authorizes ${name} for ${counted(authorizes, 'API')}`,
    rescopes > 0 && `changes its scopes at ${counted(rescopes, 'API')}`,
    revokes > 0 && `revokes its access to ${counted(revokes, 'API')}`,
  ].filter((part) => part !== false)
  const said = new Intl.ListFormat('en-GB').format(parts)
  return `${said[0]?.toUpperCase()}${said.slice(1)}.`
}

export const changesIn = ({ authorizes, rescopes, revokes }: CopySum) => authorizes + rescopes + revokes
