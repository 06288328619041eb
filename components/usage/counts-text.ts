import { counted } from '@/lib/counted'
import { formatNumber } from '@/lib/number-text'

/** "73 issued, none refused" */
export const issuedAndRefused = ({ issued, refused }: { issued: number; refused: number }) =>
  `${issued === 0 ? 'None' : formatNumber(issued)} issued, ${refused === 0 ? 'none' : formatNumber(refused)} refused`

/** "1 token", "1,204 tokens" */
export const tokens = (count: number) => counted(count, 'token')

/** "once", "twice", "1,204 times" */
export const times = (count: number) =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${formatNumber(count)} times`
