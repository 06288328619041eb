import { type Code, code, value } from './code.ts'
import {
  accepted,
  examplePath,
  exampleScope,
  exampleUrl,
  isSymmetric,
  jwksUrl,
  quotedFor,
  refused,
} from './example.ts'
import type { AcceptInput, CallInput, Language } from './language.ts'
import { quote } from './quote.ts'

export const python: Language = {
  slug: 'python',
  name: 'Python',
  accept: [
    {
      slug: 'fastapi',
      framework: 'FastAPI',
      build: (input) => ({
        install: code`pip install fastapi uvicorn "pyjwt[crypto]"`,
        files: [{ name: 'main.py', grammar: 'python', code: server(input) }],
        secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
        run: code`uvicorn main:app --port ${String(input.port)}`,
        executed: { checked: '2026-11-23', how: 'Python 3.11 ran it against the embedded tenant.' },
        ...refused(input),
      }),
    },
  ],
  call: [
    {
      slug: 'requests',
      name: 'requests',
      build: (input) => ({
        install: code`pip install requests`,
        files: [{ name: 'client.py', grammar: 'python', code: client(input) }],
        secret: 'AUTH0_CLIENT_SECRET',
        run: code`python client.py`,
        executed: { checked: '2026-11-23', how: 'Python 3.11 ran it against the embedded tenant.' },
        answer: accepted(input),
      }),
    },
  ],
}

function server(input: AcceptInput): Code {
  const { api, issuer } = input
  const symmetric = isSymmetric(input)
  const scope = exampleScope(input)

  return code`
${symmetric ? 'import os\n\n' : ''}import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

ISSUER = ${quote.python(issuer)}
AUDIENCE = ${quote.python(api.identifier)}
${symmetric ? 'SECRET = os.environ["AUTH0_SIGNING_SECRET"]' : code`KEYS = jwt.PyJWKClient(${quote.python(jwksUrl(issuer))})`}

app = FastAPI()
bearer = HTTPBearer(auto_error=False)


def refusal(status: int, challenge: str) -> HTTPException:
    return HTTPException(status, headers={"WWW-Authenticate": challenge})


def verified(
    credentials: HTTPAuthorizationCredentials | None = Depends(bearer),
) -> dict:
    """The claims of a token that this tenant signed for this API."""
    if credentials is None:
        raise refusal(401, "Bearer")
    token = credentials.credentials
    try:
        return jwt.decode(
            token,
            ${symmetric ? 'SECRET' : 'KEYS.get_signing_key_from_jwt(token).key'},
            algorithms=["${value(api.signingAlgorithm)}"],
            issuer=ISSUER,
            audience=AUDIENCE,
            options={"require": ["exp", "iss", "aud"]},
        )
    except jwt.PyJWTError as error:
        raise refusal(401, 'Bearer error="invalid_token"') from error

${scope ? scopeCheck : ''}
@app.get("${examplePath(input)}")
def read(claims: dict = Depends(${scope ? code`with_scope(${quote.python(scope)})` : 'verified'})) -> dict:
    return {"caller": claims["sub"]}`
}

const scopeCheck = `
def with_scope(scope: str):
    """The claims, if the token also carries the scope."""

    def check(claims: dict = Depends(verified)) -> dict:
        if scope not in claims.get("scope", "").split():
            challenge = f'Bearer error="insufficient_scope", scope="{scope}"'
            raise refusal(403, challenge)
        return claims

    return check

`

function client(input: CallInput): Code {
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
            answer = response.json()
            _token = answer["access_token"]
            _expires = time.time() + answer["expires_in"] - 60
        return _token


response = requests.get(
    "${exampleUrl(input)}",
    headers={"Authorization": f"Bearer {access_token()}"},
    timeout=10,
)
response.raise_for_status()
print(response.text)`
}
