import { code } from '../code.ts'
import { examplePath } from '../example.ts'
import { scopeCheck, verifyNames, withPyjwt } from './with-pyjwt.ts'

export const flask = withPyjwt({
  slug: 'flask',
  framework: 'Flask',
  packages: ['flask'],
  files: (input) => [
    {
      name: 'app.py',
      code: code`
from flask import Flask, Response, g, request
from verify import ${verifyNames(input)}

app = Flask(__name__)


@app.before_request
def authenticate() -> None:
    g.claims = verify(request.headers.get("Authorization"))


@app.errorhandler(Refusal)
def refuse(refusal: Refusal) -> Response:
    headers = {"WWW-Authenticate": refusal.challenge}
    return Response(status=refusal.status, headers=headers)


@app.get("${examplePath(input)}")
def read() -> dict:
${scopeCheck(input, 'g.claims')}    return {"caller": g.claims["sub"]}`,
    },
  ],
  run: ({ port }) => code`flask run --port ${String(port)}`,
  executed: {
    debian: ['python3-flask'],
    note: 'Ran with Debian 12’s Flask 2.2 and PyJWT 2.6.',
  },
})
