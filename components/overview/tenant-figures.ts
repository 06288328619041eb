import { formatNumber } from '@/lib/number-text'
import { type Bar, sumOf } from '@/lib/observations/span'
import type { Setup } from '@/lib/setup/read-setup'
import type { Figure } from './figures'

/** What the tenant holds, counted. */
export const tenantFigures = ({ clients, apis, grants }: Setup): Figure[] => [
  {
    term: 'Clients',
    value: formatNumber(clients.total + clients.own),
    note: ofThisDashboard(clients.own),
  },
  {
    term: 'APIs',
    value: formatNumber(apis.total + apis.system),
    note: apis.system > 0 ? `${apis.system} system API` : '',
  },
  {
    term: 'Client grants',
    value: formatNumber(grants.total + grants.own),
    note: ofThisDashboard(grants.own),
  },
]

const ofThisDashboard = (count: number) => (count > 0 ? `${count} of this dashboard` : '')

/** What the tenant issued and refused lately. */
export function tokenFigure(bars: Bar[]): Figure {
  const { issued, refused } = sumOf(bars)
  return {
    term: 'Tokens, last 24 h',
    value: formatNumber(issued),
    note: refused > 0 ? `${formatNumber(refused)} refused` : 'none refused',
  }
}
