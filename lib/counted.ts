import { formatNumber } from './number-text'

/** "1 client", "1,200 clients": for nouns whose plural takes an s. */
export const counted = (count: number, noun: string) =>
  `${formatNumber(count)} ${count === 1 ? noun : `${noun}s`}`
