/** "43,200" to 43200; what is not a number becomes NaN, so that the schema complains about it. */
export function parseNumber(text: string): number {
  const bare = text.replace(/[\s,_’']/g, '')
  return bare === '' ? Number.NaN : Number(bare)
}

/** 43200 to "43,200". Not by `Intl`: it takes a browser 25 ms when it is first asked, on every page. */
export const formatNumber = (value: number) => String(value).replace(betweenThousands, ',')

const betweenThousands = /(?<=^-?\d+)(?=(\d{3})+(?!\d))/g
