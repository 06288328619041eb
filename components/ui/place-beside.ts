const gap = 4
const margin = 8

/** Puts a shown popover below its anchor, above where there is no room, and inside the window. */
export function placeBeside(anchor: HTMLElement, popover: HTMLElement, align: 'start' | 'end') {
  const from = anchor.getBoundingClientRect()
  const size = popover.getBoundingClientRect()
  const below = from.bottom + gap
  const fitsBelow = below + size.height <= innerHeight - margin
  const left = align === 'start' ? from.left : from.right - size.width
  popover.style.position = 'fixed'
  popover.style.top = `${Math.max(margin, fitsBelow ? below : from.top - gap - size.height)}px`
  popover.style.left = `${Math.max(margin, Math.min(left, innerWidth - size.width - margin))}px`
}
