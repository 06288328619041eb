import { tokenUrl } from '../token-request'
import { bringsToken, type ExportInput, type TokenExport, tokenFields } from './export'
import { readInto, shellWord } from './shell'

export const httpie: TokenExport = {
  slug: 'httpie',
  name: 'HTTPie',
  fileName: 'call.sh',
  build: (input) =>
    bringsToken(input)
      ? `${readInto('ACCESS_TOKEN')}\n${callOf(input)}`
      : `${tokenOf(input)}\n\n${callOf(input)}`,
}

/** Secret and token are read from a file descriptor, as arguments are there for every user of the machine to read. */
function tokenOf(input: ExportInput): string {
  const fields = tokenFields(input).map(([name, value]) => `  ${name}=${shellWord(value)} \\\n`)
  return `${readInto('CLIENT_SECRET')}
ACCESS_TOKEN=$(http --ignore-stdin --check-status --body POST ${shellWord(tokenUrl(input.issuer))} \\
${fields.join('')}  client_secret=@<(printf %s "$CLIENT_SECRET") \\
  | jq --raw-output .access_token)`
}

function callOf({ call: { url, method, body } }: ExportInput): string {
  const raw = body ? ` \\\n  --raw ${shellWord(body)}` : ''
  return `http --ignore-stdin ${method} ${shellWord(url)} \\
  Authorization:@<(printf 'Bearer %s' "$ACCESS_TOKEN")${raw}
`
}
