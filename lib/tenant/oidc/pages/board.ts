import { html, raw } from 'hono/html'

/** Cells of the board as column:row, 40 px apart: those granted in full, and those granted in part. */
const full =
  '1:2 4:2 8:2 13:2 2:4 3:4 11:4 7:5 14:6 1:7 2:7 3:7 10:7 5:9 6:9 12:9 15:9 9:11 1:12 14:12 4:13 8:14 12:15 2:16 7:16 15:17 5:18 11:18'
const part = '6:2 15:3 9:5 5:7 13:7 3:10 10:12 6:14 15:14 13:12 4:17 9:18'

const corners = (cells: string) =>
  cells.split(' ').map((cell) => {
    const [column = 0, row = 0] = cell.split(':').map(Number)
    return { x: 33 + 40 * column, y: 40 + 40 * row }
  })

const squares = corners(full).map(
  ({ x, y }) => `<rect class="granted" x="${x}" y="${y}" width="14" height="14" rx="2"/>`,
)
const triangles = corners(part).map(({ x, y }) => `<path class="granted" d="M${x} ${y}v14h14z"/>`)

/** The matrix of clients and APIs as a picture: empty is none, half is some, full is all. */
export const board = html`<div class="board" aria-hidden="true"><svg width="100%" height="100%"><defs><pattern id="board" x="33" y="40" width="40" height="40" patternUnits="userSpaceOnUse"><rect class="edge" x=".5" y=".5" width="13" height="13" rx="2"/></pattern></defs><rect x="33" y="40" width="100%" height="100%" fill="url(#board)"/>${raw([...squares, ...triangles].join(''))}</svg></div>`
