import { code } from '../code.ts'
import { accepted, exampleUrl, quotedFor } from '../example.ts'
import type { Caller, CallInput } from '../language.ts'
import { lockedCache } from './locked-cache.ts'

const tools = ['bash', 'flock', 'http', 'jq']

export const httpie: Caller = {
  slug: 'httpie',
  name: 'HTTPie',
  build: (input) => ({
    files: [
      { name: 'token.sh', grammar: 'shellscript', code: token(input) },
      { name: 'call.sh', grammar: 'shellscript', code: call(input) },
    ],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`bash call.sh`,
    executed: { commands: tools, debian: ['bash', 'httpie', 'jq', 'util-linux'] },
    answer: accepted(input),
    cache: 'starts',
  }),
}

/** The secret goes from jq's environment into HTTPie's input: arguments are there for every user to read. */
function token(input: CallInput) {
  const { tokenUrl, clientId, audience } = quotedFor('shell', input)
  return code`
# Prints the tenant's answer: access_token, scope, expires_in.
set -euo pipefail
jq --null-input \\
  --arg client_id ${clientId} \\
  --arg audience ${audience} \\
  '{
    grant_type: "client_credentials",
    client_secret: env.AUTH0_CLIENT_SECRET,
    $client_id,
    $audience
  }' |
  http --check-status --body --timeout 10 POST ${tokenUrl}`
}

const call = (input: CallInput) => code`
${lockedCache}

token=$(access_token)
http --check-status --body --ignore-stdin --timeout 10 \\
  GET ${exampleUrl(input)} \\
  Authorization:@<(printf 'Bearer %s' "$token")`
