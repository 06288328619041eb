/** The upper edge of a plot whose highest bar is this high: even, and round where it is large. */
export function niceTop(highest: number): number {
  if (highest <= 2) return 2
  const step = 10 ** Math.floor(Math.log10(highest))
  const rounded = [1, 2, 4, 6, 8, 10].map((factor) => factor * step).find((top) => top >= highest)
  return rounded === undefined ? 10 * step : rounded + (rounded % 2)
}
