import type { Mend } from '../mend'
import type { TokenClient } from '../token'
import type { Words } from '../words'
import type { Known } from './explanation'
import type { Parameters } from './parameters'

export type Context = { known: Known; given: Parameters; client: TokenClient | undefined }

/** What it means, and what would mend it. */
export type Said = { words: Words; mend?: Mend }

/** What is said, and what it means. Patterns are bounded: they see a megabyte of anything. */
export type Rule = [pattern: RegExp, explain: (match: RegExpExecArray, context: Context) => Said]
