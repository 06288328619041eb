import type { FieldValues, Resolver } from 'react-hook-form'
import type { $ZodType } from 'zod/v4/core'

/** Fetches a form's schema: `() => import('@/lib/clients/schema').then((module) => module.clientInput)`. */
export type LoadSchema<Input extends FieldValues> = () => Promise<$ZodType<Input, Input>>

/** Checks a form by its schema. Zod is a fifth of what a page may load at first, so it comes when it is needed. */
export function checkWith<Input extends FieldValues>(
  load: LoadSchema<Input>,
): Resolver<Input, unknown, Input> {
  return async (values, context, options) => {
    const parts = await fetchParts(load)
    // The action checks the same schema, so a check that can't be fetched here is not a reason to stop.
    if (!parts) return { values, errors: {} }
    return parts.zodResolver(parts.schema)(values, context, options)
  }
}

/** Everything a check needs, from the browser's cache once it was there; nothing when it can't be had. */
export async function fetchParts<Input extends FieldValues>(load: LoadSchema<Input>) {
  try {
    await import('./zod-without-eval')
    const [{ zodResolver }, schema] = await Promise.all([import('@hookform/resolvers/zod'), load()])
    return { zodResolver, schema }
  } catch {
    return
  }
}
