import type { Problem } from '../document'
import type { Located } from './collect'

/*
 * auth0-deploy-cli puts values in place of @@NAME@@ and ##NAME## before it parses a file (keyword replacement). Only
 * whoever runs it knows the values, so what depends on one can't be taken. A mark keeps the file parsable until then:
 * unmarked, @@ can't start a value in YAML, and ## starts a comment.
 */
const mark = '\uE000'

/** The text with its keywords marked. */
export const markKeywords = (text: string) => text.replaceAll(/(@@|##)[\w.-]+\1/g, `${mark}$&`)

/** The text of a JSON file, where @@NAME@@ may also stand without quotation marks, for a list. */
export const quoteKeywords = (text: string) =>
  text.replaceAll(/(?<=[:[,]\s*)@@[\w.-]+@@(?=\s*[,\]}])/g, '"$&"')

/** The entries without those that hold a marked keyword, which are told. */
export function withoutKeywords(all: Located[]): { entries: Located[]; problems: Problem[] } {
  const problems: Problem[] = []
  const entries = all.filter(({ value, at }) => {
    const keyword = new RegExp(`${mark}((@@|##)[\\w.-]+\\2)`).exec(JSON.stringify(value))?.[1]
    const message = `It holds ${keyword}, which auth0-deploy-cli replaces. Put the value there first.`
    if (keyword) problems.push({ at, message })
    return !keyword
  })
  return { entries, problems }
}
