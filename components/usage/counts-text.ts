const format = (count: number) => count.toLocaleString('en')

/** "73 issued, none refused" */
export const issuedAndRefused = ({ issued, refused }: { issued: number; refused: number }) =>
  `${issued === 0 ? 'None' : format(issued)} issued, ${refused === 0 ? 'none' : format(refused)} refused`

/** "1 token", "1,204 tokens" */
export const tokens = (count: number) => `${format(count)} ${count === 1 ? 'token' : 'tokens'}`

/** "once", "twice", "1,204 times" */
export const times = (count: number) =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${format(count)} times`
