import { useId } from 'react'
import type { ConflictRow } from './conflict'

type Props = {
  row: ConflictRow
  say: (name: string, value: unknown) => string
  onChoose: (name: string, choice: ConflictRow['choice']) => void
}

/** One field of a conflict: as it was, theirs, yours. */
export function ConflictChoice({ row, say, onChoose }: Props) {
  const group = useId()
  const opened = say(row.name, row.opened)
  return (
    <tr>
      <th scope="row" className="border-line">
        {row.label}
      </th>
      <td className="text-ink-faint wrap-anywhere max-wide:hidden">{opened}</td>
      {(['theirs', 'yours'] as const).map((side) => {
        const words = say(row.name, row[side])
        return (
          <td key={side}>
            <label className="flex min-h-6 cursor-pointer items-center gap-2">
              <input
                type="radio"
                className="radio"
                name={group}
                checked={row.choice === side}
                onChange={() => onChoose(row.name, side)}
                aria-label={`${row.label}: ${side}, ${words}`}
              />
              <span className={words === opened ? 'text-ink-faint' : 'wrap-anywhere'}>
                {words === opened ? 'As before' : words}
              </span>
            </label>
          </td>
        )
      })}
    </tr>
  )
}
