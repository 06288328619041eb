import 'server-only'
import type { FieldValues } from 'react-hook-form'
import type { ActionState } from '../action-state'
import { ConflictError } from './conflict'

/**
 * The part of a form that the person changed, as a change's `from` and `to`; undefined when nothing differs.
 * After a conflict the person has seen what the tenant holds, so that is what the next attempt is made upon.
 */
export function changedFields<Input extends FieldValues>(
  opened: Input,
  input: Input,
  previous: ActionState<Input>,
): { from: Partial<Input>; to: Partial<Input> } | undefined {
  const seen: Input = previous.status === 'conflict' ? { ...opened, ...previous.current } : opened
  const names = Object.keys(input).filter((name) => !equal(input[name], seen[name]))
  if (names.length === 0) return undefined

  const pick = (fields: Input) =>
    Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<Input>
  return { from: pick(seen), to: pick(input) }
}

/** Runs a form's write; a conflict becomes the state in which the form lets the person choose. */
export async function asConflict<Input extends FieldValues>(
  write: () => Promise<void>,
): Promise<ActionState<Input> | undefined> {
  try {
    await write()
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    const { current, changedBy, changedAt } = error
    return { status: 'conflict', current: current as Partial<Input>, changedBy, changedAt }
  }
}

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
