import { type Code, code } from '../code.ts'
import { accepted, exampleUrl, quotedFor } from '../example.ts'
import type { CacheTrial, Caller, CallInput } from '../language.ts'

export const requests: Caller = {
  slug: 'requests',
  name: 'requests',
  build: (input) => ({
    install: code`pip install requests`,
    files: [
      { name: 'access_token.py', grammar: 'python', code: accessToken(input) },
      { name: 'client.py', grammar: 'python', code: client(input) },
    ],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`python3 client.py`,
    executed: { debian: ['python3-requests'], note: 'Ran with Debian 12’s Python 3.11 and requests 2.28.' },
    answer: accepted(input),
    cache,
  }),
}

function accessToken(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('python', input)
  return code`
import os
import threading
import time

import requests

_lock = threading.Lock()
_token, _expires = "", 0.0


def access_token() -> str:
    """The cached token, replaced one minute before it expires.

    Threads wait for one request.
    """
    global _token, _expires
    with _lock:
        if time.time() >= _expires:
            answer = _request_token()
            _token = answer["access_token"]
            _expires = time.time() + answer["expires_in"] - 60
        return _token


def _request_token() -> dict:
    response = requests.post(
        ${tokenUrl},
        json={
            "grant_type": "client_credentials",
            "client_id": ${clientId},
            "client_secret": os.environ["AUTH0_CLIENT_SECRET"],
            "audience": ${audience},
        },
        timeout=10,
    )
    response.raise_for_status()
    return response.json()`
}

const client = (input: CallInput) => code`
import requests
from access_token import access_token

response = requests.get(
    "${exampleUrl(input)}",
    headers={"Authorization": f"Bearer {access_token()}"},
    timeout=10,
)
response.raise_for_status()
print(response.text)`

const cache: CacheTrial = {
  file: {
    name: 'trial.py',
    grammar: 'python',
    code: code`
import sys
from concurrent.futures import ThreadPoolExecutor

from access_token import access_token

with ThreadPoolExecutor(10) as threads:
    for line in sys.stdin:
        list(threads.map(lambda _: access_token(), range(10)))
        print(line, end="", flush=True)`,
  },
  run: code`python3 trial.py`,
}
