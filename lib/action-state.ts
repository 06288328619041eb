import type { FieldErrors, FieldValues } from 'react-hook-form'
import type { ErrorCode } from './errors'

/** Why an action did not do its work. Nothing was changed, and what the person typed is still theirs. */
export type ActionFailure =
  /** The session ended; the same call works after signing in again. */
  { status: 'signed_out' } | { status: 'failed'; code: ErrorCode; message: string }

/** What a toggle or a button learns from its action. */
export type ActionResult<Value = void> = { status: 'done'; value: Value } | ActionFailure

/** What a form learns from its last submission. */
export type ActionState<Input extends FieldValues = FieldValues> =
  | { status: 'idle' }
  | { status: 'saved' }
  | { status: 'invalid'; errors: FieldErrors<Input> }
  /** Somebody saved these fields since the form was opened: what the tenant holds now, and who did it if we know. */
  | { status: 'conflict'; current: Partial<Input>; changedBy?: string; changedAt?: string }
  | ActionFailure

export type FormAction<Input extends FieldValues> = (
  previous: ActionState<Input>,
  input: Input,
) => Promise<ActionState<Input>>

export const idle = { status: 'idle' } as const
