import { formatNumber } from '@/lib/number-text'
import type { Judgement } from '@/lib/transfer/judgement'

const formats = {
  csv: 'CSV',
  json: 'JSON',
  deployCli: 'auth0-deploy-cli YAML',
  deployCliFolder: 'auth0-deploy-cli folder',
  openApi: 'OpenAPI document',
}

/** What an import comes to, in a sentence each: what it is, what is ready, what stays. */
export function importWords({ format, counts, verdicts }: Judgement): string {
  const ready = counts.create + counts.change
  const shown = verdicts.length
  const all = ready + counts.nothing + counts.refused
  return [
    format && `${formats[format]}: ${formatNumber(ready)} ready`,
    counts.nothing > 0 && `${formatNumber(counts.nothing)} there already`,
    counts.refused > 0 &&
      `${formatNumber(counts.refused)} can’t be taken and ${counts.refused === 1 ? 'stays' : 'stay'} here`,
    shown < all && `${formatNumber(shown)} of ${formatNumber(all)} are shown`,
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.')
}
