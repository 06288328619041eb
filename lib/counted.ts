/** "1 client", "1,200 clients": for nouns whose plural takes an s. */
export const counted = (count: number, noun: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`
