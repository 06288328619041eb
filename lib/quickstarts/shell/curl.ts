import { type Code, code } from '../code.ts'
import { accepted, exampleUrl, quotedFor } from '../example.ts'
import type { Caller, CallInput } from '../language.ts'
import { lockedCache } from './locked-cache.ts'

export const curl: Caller = {
  slug: 'curl',
  name: 'cURL',
  build: (input) => ({
    files: [
      { name: 'token.sh', grammar: 'shellscript', code: token(input) },
      { name: 'call.sh', grammar: 'shellscript', code: call(input) },
    ],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`bash call.sh`,
    executed: { commands: ['bash', 'curl', 'flock', 'jq'], debian: ['bash', 'curl', 'jq', 'util-linux'] },
    answer: accepted(input),
    cache: 'starts',
  }),
}

/** The secret goes through a file descriptor: arguments are there for every user of the machine to read. */
function token(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('shell', input)
  return code`
# Prints the tenant's answer: access_token, scope, expires_in.
curl --silent --show-error --fail-with-body --max-time 10 \\
  ${tokenUrl} \\
  --data-urlencode grant_type=client_credentials \\
  --data-urlencode client_id=${clientId} \\
  --data-urlencode client_secret@<(printf %s "$AUTH0_CLIENT_SECRET") \\
  --data-urlencode audience=${audience}`
}

const call = (input: CallInput) => code`
${lockedCache}

token=$(access_token)
curl --silent --show-error --fail-with-body --max-time 10 \\
  ${exampleUrl(input)} \\
  --header @<(printf 'Authorization: Bearer %s' "$token")`
