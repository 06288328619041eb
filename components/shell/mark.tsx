/** A board of four cells: none, all, some, none. Drawn for 20 px and its multiples. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5 shrink-0 fill-none">
      <g strokeWidth="1.5">
        <rect className="stroke-ink" x="1.75" y="1.75" width="6.5" height="6.5" rx="1.25" />
        <rect className="stroke-granted" x="1.75" y="11.75" width="6.5" height="6.5" rx="1.25" />
        <rect className="stroke-ink" x="11.75" y="11.75" width="6.5" height="6.5" rx="1.25" />
      </g>
      <rect className="fill-granted" x="11" y="1" width="8" height="8" rx="2" />
      <path className="fill-granted" d="M2 12v6h6z" />
    </svg>
  )
}
