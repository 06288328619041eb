const names = [
  'grant_type',
  'client_id',
  'client_secret',
  'audience',
  'scope',
  'scopes',
  'resource',
  'error',
  'error_description',
] as const

type Name = (typeof names)[number]

/** What a text says a parameter is. */
type Parameter = {
  value: string
  /** It is written as a list. */
  list: boolean
  /** A variable or a blank stands there, so the value is not known. */
  blank: boolean
}

/** The parameters of a token request or its answer in any notation: JSON, form, command line or source code. */
export type Parameters = Partial<Record<Name, Parameter>>

// Each quantifier is bounded or ends at what it excludes: a megabyte of anything is read in one go.
const assignment = new RegExp(
  `(?<![\\w-])(${names.join('|')})["']?\\s{0,8}(?:[:=]|=>)\\s{0,8}(?:(\\[)|"((?:[^"\\\\\\n]|\\\\.){0,2000})"|'([^'\\n]{0,2000})'|([^\\s"'&,;{}()\\]]{0,2000}))`,
  'g',
)

/** The first value of each. A form's percent signs and pluses are read as a form's. */
export function parametersIn(text: string): Parameters {
  const found: Parameters = {}
  for (const match of text.matchAll(assignment)) {
    const [all, name, list, double, single, bare = ''] = match
    const key = name as Name
    if (found[key]) continue
    if (list) found[key] = { value: listAt(text, match.index + all.length), list: true, blank: false }
    else found[key] = scalar(double ?? single ?? fromForm(bare))
  }
  return found
}

/** `$VAR`, `<your audience>`, `YOUR_CLIENT_ID`, `process.env.X`, dots instead of a secret. */
const isBlank = (value: string) =>
  /^(?:[$<{%*•]|your[_ -]|process\.|os\.|env\b)/i.test(value) || /^[A-Z][A-Z0-9]*_[A-Z0-9_]*$/.test(value)

const scalar = (value: string): Parameter => ({ value, list: false, blank: isBlank(value) })

/** The items of a list that starts here, in one string. */
function listAt(text: string, start: number): string {
  const [inner = ''] = text.slice(start, start + 2000).split(']', 1)
  return [...inner.matchAll(/["']([^"']{1,280})["']/g)].map(([, item]) => item).join(' ')
}

function fromForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
