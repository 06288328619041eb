import { code } from '../code.ts'
import { accepted, exampleUrl, quotedFor } from '../example.ts'
import type { Caller, CallInput } from '../language.ts'

export const posix: Caller = {
  slug: 'posix',
  name: 'POSIX sh',
  build: (input) => ({
    files: [
      { name: 'token.sh', grammar: 'shellscript', code: token(input) },
      { name: 'call.sh', grammar: 'shellscript', code: call(input) },
    ],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`sh call.sh`,
    executed: { commands: ['sh', 'curl', 'sed'], debian: ['curl', 'dash', 'sed'] },
    answer: accepted(input),
    cache: 'starts',
  }),
}

/** What POSIX lacks is a lock: making a folder is one, and it is given up for one whose owner was killed. */
function token(input: CallInput) {
  const { tokenUrl, clientId, audience } = quotedFor('shell', input)
  return code`
# Prints the cached token, replaced one minute before it expires.
# Concurrent callers wait for one request.
set -eu
umask 077
cache=.access-token
lock=.access-token.lock

request() {
  printf %s "$AUTH0_CLIENT_SECRET" |
    curl --silent --show-error --fail --max-time 10 \\
      ${tokenUrl} \\
      --data-urlencode grant_type=client_credentials \\
      --data-urlencode client_id=${clientId} \\
      --data-urlencode client_secret@- \\
      --data-urlencode audience=${audience}
}

field() {
  printf %s "$answer" |
    sed -n "s/.*\\"$1\\": *\\"\\{0,1\\}\\([^\\",}]*\\).*/\\1/p"
}

tries=0
until mkdir "$lock" 2>/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -gt 20 ]; then rmdir "$lock"; fi # its owner was killed
  sleep 1
done
trap 'rmdir "$lock"' EXIT
trap 'exit 1' HUP INT TERM

expires=0
if [ -s "$cache" ]; then read -r expires <"$cache"; fi
if [ "$(date +%s)" -ge "$expires" ]; then
  answer=$(request)
  expires=$(($(date +%s) + $(field expires_in) - 60))
  printf '%s\\n' "$expires" "$(field access_token)" >"$cache"
fi
sed -n 2p "$cache"`
}

const call = (input: CallInput) => code`
set -eu
token=$(sh token.sh)
printf 'Authorization: Bearer %s' "$token" |
  curl --silent --show-error --fail --max-time 10 \\
    ${exampleUrl(input)} --header @-`
