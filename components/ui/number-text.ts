/** "43,200" to 43200; what is not a number becomes NaN, so that the schema complains about it. */
export function parseNumber(text: string): number {
  const bare = text.replace(/[\s,_’']/g, '')
  return bare === '' ? Number.NaN : Number(bare)
}

/** 43200 to "43,200". */
export const formatNumber = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 20 })
