import { formatNumber } from '@/lib/number-text'

/** "read:orders and create:orders"; beyond three "12 scopes". */
export function scopesText(scopes: string[]) {
  if (scopes.length > 3) return `${formatNumber(scopes.length)} scopes`
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(scopes)
}
