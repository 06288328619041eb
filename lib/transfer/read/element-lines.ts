const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|\n|[^\s"{}[\],:]+/gs

/** The lines on which the elements of the lists of a JSON object start, by the key of the list. The JSON is valid. */
export function elementLines(text: string): Map<string, number[]> {
  const lines = new Map<string, number[]>()
  let depth = 0
  let line = 1
  let last = '' // the last string at depth 1: a key, where a list follows
  let list: number[] | undefined
  let awaited = false // an element may start here

  for (const [found] of text.matchAll(token)) {
    if (found === '\n') {
      line++
      continue
    }
    const closes = found === ']' || found === '}'
    if (list && depth === 2 && awaited && !closes) {
      list.push(line)
      awaited = false
    }
    if (list && depth === 2 && found === ',') awaited = true
    if (found === '[' && depth === 1) {
      list = []
      lines.set(JSON.parse(last), list)
      awaited = true
    }
    if (found === '[' || found === '{') depth++
    if (closes) depth--
    if (closes && depth === 1) list = undefined
    if (depth === 1 && found.startsWith('"')) last = found
  }
  return lines
}
