import { Cell } from '@/components/ui/cell'

const swatch =
  'grid size-3.5 place-items-center rounded-xs text-2xs leading-none font-semibold outline -outline-offset-1'

/** What the cells mean. */
export function Legend() {
  return (
    <ul
      aria-label="Legend"
      className="ml-auto flex gap-3.5 text-xs text-ink-muted max-wide:ml-0 [&>li]:flex [&>li]:items-center [&>li]:gap-1.5"
    >
      <li>
        <Cell state="none" />
        None
      </li>
      <li>
        <Cell state="some" />
        Some
      </li>
      <li>
        <Cell state="all" />
        All scopes
      </li>
      <li>
        <span aria-hidden="true" className={`${swatch} bg-success-subtle text-success outline-success-line`}>
          +
        </span>
        Gains
      </li>
      <li>
        <span aria-hidden="true" className={`${swatch} bg-danger-subtle text-danger outline-danger-line`}>
          −
        </span>
        Loses
      </li>
    </ul>
  )
}
