/** Digits of a number in a name, so that "client 9" comes before "client 10". */
const longestNumber = 12

/** Text as it is searched: without case, accents and forms of the same letter. "Café" is found by "cafe". */
export const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('\0', '').toWellFormed()

/** What names are sorted by, byte for byte: folded, numbers by their value. */
export const sortName = (name: string) =>
  folded(name)
    .trim()
    .replace(/\d+/g, (digits) => digits.padStart(longestNumber, '0'))
    .slice(0, 500)
