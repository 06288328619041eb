import { type Code, code, value } from '../code.ts'
import { exampleScope, isSymmetric, jwksUrl } from '../example.ts'
import type { AcceptInput, SourceFile } from '../language.ts'
import { quote } from '../quote.ts'

/** The file that verifies with PyJWT; each framework hands it a header and answers with the refusal it raises. */
export const verify = (input: AcceptInput): SourceFile => ({
  name: 'verify.py',
  grammar: 'python',
  code: source(input),
})

function source(input: AcceptInput): Code {
  const { api, issuer } = input
  const symmetric = isSymmetric(input)

  return code`
${symmetric ? 'import os\n\n' : ''}import jwt

${symmetric ? secret : code`KEYS = jwt.PyJWKClient(${quote.python(jwksUrl(issuer))})`}


class Refusal(Exception):
    """Why a request is refused, as RFC 6750 has it said."""

    def __init__(self, status: int, challenge: str) -> None:
        super().__init__(challenge)
        self.status = status
        self.challenge = challenge


def verify(authorization: str | None) -> dict:
    """The claims of a token that this tenant signed for this API."""
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer":
        raise Refusal(401, "Bearer")
    try:
        return jwt.decode(
            token,
            ${symmetric ? 'SECRET' : 'KEYS.get_signing_key_from_jwt(token).key'},
            algorithms=["${value(api.signingAlgorithm)}"],
            issuer=${quote.python(issuer)},
            audience=${quote.python(api.identifier)},
            options={"require": ["exp", "iss", "aud"]},
        )
    except jwt.PyJWTError as error:
${symmetric ? '' : noKeys}        raise Refusal(401, 'Bearer error="invalid_token"') from error${exampleScope(input) ? requireScope : ''}`
}

const secret = 'SECRET = os.environ["AUTH0_SIGNING_SECRET"]'

const noKeys = `        if isinstance(error.__context__, OSError):
            raise  # there are no keys to be had
`

const requireScope = `


def require_scope(claims: dict, scope: str) -> None:
    if scope not in claims.get("scope", "").split():
        error = 'Bearer error="insufficient_scope"'
        raise Refusal(403, f'{error}, scope="{scope}"')`
