import { formatNumber } from '@/lib/number-text'
import { type Bar, sumOf } from '@/lib/observations/span'
import type { Figure } from './figures'
import type { Setup } from './setup-steps'

/** What the tenant holds, counted; what one reading could not count is said as such. */
export function tenantFigures(
  setup: Omit<Setup, 'latest'> & { clientTotal: number; apiTotal: number },
): Figure[] {
  const { clients, clientTotal, apis, apiTotal, grants, grantsComplete } = setup
  const own = clientTotal <= 100 ? clientTotal - clients.length : 0
  const system = apis.filter(({ isSystem }) => isSystem).length
  return [
    {
      term: 'Clients',
      value: formatNumber(clientTotal),
      note: own > 0 ? `${own} of this dashboard` : '',
    },
    { term: 'APIs', value: formatNumber(apiTotal), note: system > 0 ? `${system} system API` : '' },
    {
      term: 'Client grants',
      value: grantsComplete ? String(grants.length) : `${grants.length}+`,
      note: grantsComplete ? 'without those of this dashboard' : '',
    },
  ]
}

/** What the tenant issued and refused lately. */
export function tokenFigure(bars: Bar[]): Figure {
  const { issued, refused } = sumOf(bars)
  return {
    term: 'Tokens, last 24 h',
    value: formatNumber(issued),
    note: refused > 0 ? `${formatNumber(refused)} refused` : 'none refused',
  }
}
