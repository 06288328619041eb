import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Route } from 'next'
import { Fragment, type ReactNode } from 'react'
import { Link } from './link'

export type Column<Row> = {
  /** Sentence case; for a column of buttons it is read out and not shown. */
  header: string
  /** In the place of the header on screen: the box that selects every row. */
  head?: ReactNode
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** A CSS width, beyond which the cell cuts its text; columns without one take what they need. */
  width?: string
  /** Where the cell goes when a row has two lines: `name` and `aside` above, `meta` below, buttons at the edges. */
  phone?: 'name' | 'aside' | 'meta' | 'select' | 'actions' | 'hidden'
  sort?: { href: Route; direction?: 'ascending' | 'descending' }
}

type Props<Row> = {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** What the person sees, and may do, when there is no row. */
  empty: ReactNode
  /** What is below a row that is open; null for one that isn't. */
  panel?: (row: Row) => ReactNode
}

/** Rows in the order they come; under 800 px each becomes two lines. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, panel }: Props<Row>) {
  if (rows.length === 0) return empty
  return (
    <div className="-mx-3 max-wide:-mx-4">
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.header} {...column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const below = panel?.(row)
            return (
              <Fragment key={rowKey(row)}>
                <tr data-open={below ? true : undefined}>
                  {columns.map(({ header, cell, align, width, phone }, index) => (
                    <td
                      key={header}
                      data-align={align}
                      data-cut={width}
                      data-phone={phone ?? (index === 0 ? 'name' : 'meta')}
                    >
                      {cell(row)}
                    </td>
                  ))}
                </tr>
                {below && (
                  <tr data-panel>
                    <td colSpan={columns.length}>{below}</td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Heading<Row>({ header, head, align, width, phone, sort }: Column<Row>) {
  const buttons = phone === 'select' || phone === 'actions'
  const Arrow = sort?.direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      data-align={align}
      aria-sort={sort?.direction}
      style={{ width: buttons ? '1%' : width, paddingRight: phone === 'select' ? 0 : undefined }}
    >
      {sort ? (
        <Link href={sort.href} className="inline-flex items-center gap-1 no-underline hover:text-ink">
          {header}
          {sort.direction && <Arrow aria-hidden="true" className="size-3.5!" />}
        </Link>
      ) : (
        (head ?? <span className={buttons ? 'sr-only' : undefined}>{header}</span>)
      )}
    </th>
  )
}
