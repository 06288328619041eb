import { tokenUrl } from '../token-request'
import { bringsToken, type ExportInput, type TokenExport, tokenFields } from './export'
import { readInto, shellWord } from './shell'

export const curl: TokenExport = {
  slug: 'curl',
  name: 'cURL',
  fileName: 'call.sh',
  build: (input) =>
    bringsToken(input)
      ? `${readInto('ACCESS_TOKEN')}\n${callOf(input)}`
      : `${tokenOf(input)}\n\n${callOf(input)}`,
}

/** The secret goes through a file descriptor: arguments are there for every user of the machine to read. */
function tokenOf(input: ExportInput): string {
  const fields = tokenFields(input).map(
    ([name, value]) => `  --data-urlencode ${name}=${shellWord(value)} \\\n`,
  )
  return `${readInto('CLIENT_SECRET')}
ACCESS_TOKEN=$(curl --silent --show-error --fail-with-body ${shellWord(tokenUrl(input.issuer))} \\
${fields.join('')}  --data-urlencode client_secret@<(printf %s "$CLIENT_SECRET") \\
  | jq --raw-output .access_token)`
}

function callOf({ call: { url, method, body } }: ExportInput): string {
  const request = method === 'GET' ? '' : ` --request ${method}`
  const data = body ? ` \\\n  --json ${shellWord(body)}` : ''
  return `curl --include${request} ${shellWord(url)} \\
  --header @<(printf 'Authorization: Bearer %s' "$ACCESS_TOKEN")${data}
`
}
