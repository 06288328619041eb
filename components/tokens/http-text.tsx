import { Fragment, type ReactNode } from 'react'
import type { HttpMessage } from '@/lib/tokens/http-message'

type Props = {
  message: HttpMessage
  /** What came from the tenant in it, to be marked. */
  values: string[]
}

/** A request or an answer in lines, its JSON in colours. */
export function HttpText({ message: { start, headers, body }, values }: Props) {
  const lines = [
    start,
    ...headers.map((header) => header.join(': ')),
    ...(body ? ['', ...body.split('\n')] : []),
  ]
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll wide code
      tabIndex={0}
      className="code-lines bare min-w-0 whitespace-pre-wrap wrap-anywhere"
    >
      <code>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
          <span key={index} className="ln pr-0! pl-[4ch] -indent-[4ch]">
            {coloured(line, values)}
          </span>
        ))}
      </code>
    </pre>
  )
}

const member = /^(\s*)("(?:[^"\\]|\\.)*")(: )(.*?)(,?)$/

function coloured(line: string, values: string[]): ReactNode {
  const [, indent, key, colon, value = '', comma] = member.exec(line) ?? []
  if (!key) return marked(line, values)
  return (
    <>
      {indent}
      <span className="k">{key}</span>
      {colon}
      {value.startsWith('"') ? <span className="s">{marked(value, values)}</span> : value}
      {comma}
    </>
  )
}

/** The first of the values that stands in the text, marked. */
function marked(text: string, values: string[]): ReactNode {
  const value = values.find((value) => value && text.includes(value))
  if (!value) return text
  const start = text.indexOf(value)
  return (
    <Fragment>
      {text.slice(0, start)}
      <span className="v">{value}</span>
      {text.slice(start + value.length)}
    </Fragment>
  )
}
