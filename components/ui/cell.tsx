/** None, some or all. Without a label it is hidden from assistive technology: a word must stand beside it. */
export function Cell({ state, label }: { state: 'none' | 'some' | 'all'; label?: string }) {
  const className = `cell ${state}`
  return label ? (
    <span role="img" aria-label={label} className={className} />
  ) : (
    <span aria-hidden="true" className={className} />
  )
}
