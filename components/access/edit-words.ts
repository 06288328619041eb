import { formatNumber } from '@/lib/number-text'
import type { Grid, Span } from './selection'

/** What an edit did, for those who don't see the cells: "Granted 12 cells; 2 stay: the tenant keeps them". */
export function editInWords(
  verb: string,
  { clients, columns }: Grid,
  { rows, columns: across }: Span,
  left: { refused: number; unchosen: number },
): string {
  const many = (rows[1] - rows[0] + 1) * (across[1] - across[0] + 1)
  const [client, column] = [clients[rows[0]], columns[across[0]]]
  const what =
    many === 1 && client && column
      ? `${column.scope ?? column.api.name} for ${client.name}`
      : `${formatNumber(many)} cells`
  const stays = [
    left.refused && `${left.refused} can’t be changed here`,
    left.unchosen && `${left.unchosen} of a system API stay: open it and choose scopes`,
  ].filter(Boolean)
  return [`${verb} ${what}`, ...stays].join('; ')
}
