import { code } from '../code.ts'
import { examplePath } from '../example.ts'
import { scopeCheck, verifyNames, withPyjwt } from './with-pyjwt.ts'

export const fastapi = withPyjwt({
  slug: 'fastapi',
  framework: 'FastAPI',
  packages: ['fastapi', 'uvicorn'],
  files: (input) => [
    {
      name: 'main.py',
      code: code`
from fastapi import Depends, FastAPI, Request, Response
from fastapi.security import HTTPBearer
from verify import ${verifyNames(input)}

# The scheme puts an Authorize button into /docs.
app = FastAPI(dependencies=[Depends(HTTPBearer(auto_error=False))])


@app.exception_handler(Refusal)
def refuse(request: Request, refusal: Refusal) -> Response:
    headers = {"WWW-Authenticate": refusal.challenge}
    return Response(status_code=refusal.status, headers=headers)


def verified(request: Request) -> dict:
    return verify(request.headers.get("Authorization"))


@app.get("${examplePath(input)}")
def read(claims: dict = Depends(verified)) -> dict:
${scopeCheck(input, 'claims')}    return {"caller": claims["sub"]}`,
    },
  ],
  run: ({ port }) => code`uvicorn main:app --port ${String(port)}`,
  executed: {
    debian: ['python3-fastapi', 'uvicorn'],
    note: 'Ran with Debian 12’s FastAPI 0.92 and PyJWT 2.6.',
  },
})
