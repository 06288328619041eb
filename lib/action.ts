import 'server-only'
import { type FieldErrors, type FieldValues, set } from 'react-hook-form'
import type { z } from 'zod'
import type { ActionFailure, ActionResult, ActionState } from './action-state'
import { AppError } from './errors'
import { type Admin, currentVisitor } from './session'

/**
 * The shape of every form's write: an admin, valid input, then the work, which may answer with a state of its own
 * (a conflict). Only an AppError becomes a message; redirects and bugs pass through untouched.
 */
export async function adminAction<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  input: Input,
  work: (input: Output, admin: Admin) => Promise<ActionState<Input> | undefined>,
): Promise<ActionState<Input>> {
  const visitor = await gate()
  if ('failure' in visitor) return visitor.failure

  const parsed = schema.safeParse(input)
  if (!parsed.success) return { status: 'invalid', errors: fieldErrors(parsed.error) }
  return failing(async () => (await work(parsed.data, visitor.admin)) ?? { status: 'saved' })
}

/** The shape of every toggle's and button's call: an admin, well-formed arguments, then the work. */
export async function adminCall<Input, Output, Value>(
  schema: z.ZodType<Output, Input>,
  input: Input,
  work: (input: Output, admin: Admin) => Promise<Value>,
): Promise<ActionResult<Value>> {
  const visitor = await gate()
  if ('failure' in visitor) return visitor.failure

  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? 'The request was malformed'
    return { status: 'failed', code: 'invalid', message }
  }
  return failing(async () => ({ status: 'done', value: await work(parsed.data, visitor.admin) }))
}

async function gate(): Promise<{ admin: Admin } | { failure: ActionFailure }> {
  const visitor = await currentVisitor()
  if (visitor.kind === 'admin') return visitor
  if (visitor.kind === 'nobody') return { failure: { status: 'signed_out' } }
  const message = `You are signed in as ${visitor.email}, who is not an admin of this dashboard. Nothing was changed.`
  return { failure: { status: 'failed', code: 'forbidden', message } }
}

async function failing<Result>(work: () => Promise<Result>): Promise<Result | ActionFailure> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { status: 'failed', code: error.code, message: error.message }
  }
}

/** Zod's flat list of issues as the tree react-hook-form shows beside the fields. */
function fieldErrors<Input extends FieldValues>({ issues }: z.ZodError): FieldErrors<Input> {
  const errors: FieldErrors<Input> = {}
  for (const { path, message } of issues) set(errors, path.join('.'), { type: 'server', message })
  return errors
}
