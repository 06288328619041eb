import { code } from '../code.ts'

/** The beginning of a bash script, beside a token.sh that prints the tenant's answer. */
export const lockedCache = code`
set -euo pipefail
umask 077
cache=.access-token.json

# Prints the cached token, replaced one minute before it expires.
# Concurrent callers wait for one request.
access_token() (
  exec 9>>"$cache.lock"
  flock 9
  if ! jq --exit-status '.expires > now' "$cache" >/dev/null 2>&1; then
    answer=$(bash token.sh) || exit 1
    jq '{token: .access_token, expires: (now + .expires_in - 60)}' \\
      <<<"$answer" >"$cache"
  fi
  jq --raw-output .token "$cache"
)`
