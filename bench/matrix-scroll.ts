import type { Page } from '@playwright/test'

/**
 * Scrolls the grid from its first to its last cell, so many pixels a frame, and looks before each frame is painted
 * whether a cell stands at nine places of what is in sight.
 */
export const scrollThrough = (page: Page, by: { x: number; y: number }) =>
  page.evaluate(async (by) => {
    const scroller = document.querySelector('.matrix')
    if (!scroller) throw new Error('There is no matrix')
    scroller.scrollTo(0, 0)
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    await frame()
    await frame()
    const box = scroller.getBoundingClientRect()
    // Clear of the heads, which stay in sight, and of the edges, where the last cell ends.
    const parts = [0.3, 0.6, 0.95]
    const isCovered = () =>
      parts.every((right) =>
        parts.every((down) =>
          document
            .elementFromPoint(box.left + box.width * right, box.top + box.height * down)
            ?.closest('.matrix-cell'),
        ),
      )
    const isAtEnd = () =>
      (by.y === 0 || scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) &&
      (by.x === 0 || scroller.scrollLeft + scroller.clientWidth >= scroller.scrollWidth - 1)
    let [frames, blank, longest, last] = [0, 0, 0, await frame()]
    while (!isAtEnd()) {
      scroller.scrollBy(by.x, by.y)
      frames++
      if (!isCovered()) blank++
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
    }
    return { frames, blank, longest: Math.round(longest) }
  }, by)
