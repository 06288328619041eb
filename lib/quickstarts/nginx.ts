import { type Code, code } from './code.ts'
import { examplePath, isSymmetric, refused } from './example.ts'
import type { AcceptInput, Language } from './language.ts'
import { verify, verifyNames } from './node/verify.ts'
import { scopeCheck } from './node/with-jose.ts'

/** nginx itself verifies tokens only in its commercial edition; any other asks a program about each request. */
export const nginx: Language = {
  slug: 'nginx',
  name: 'nginx',
  accept: [
    {
      slug: 'auth-request',
      framework: 'auth_request and jose',
      build: (input) => ({
        install: code`npm install jose@6`,
        files: [
          { name: 'nginx.conf', grammar: 'nginx', code: configuration(input) },
          { name: 'verifier.mjs', grammar: 'javascript', code: verifier(input) },
          verify(input),
        ],
        secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
        run: code`
node verifier.mjs &
nginx -p . -e stderr -c nginx.conf`,
        executed: { npm: ['jose@6'], commands: ['nginx', 'node'], debian: ['nginx'] },
        ...refused(input),
      }),
    },
  ],
  call: [],
}

const verifierPort = ({ port }: AcceptInput) => String(port + 1)
const apiPort = ({ port }: AcceptInput) => String(port + 2)

const configuration = (input: AcceptInput): Code => code`
daemon off;
pid nginx.pid;
events {}

http {
  access_log off;

  server {
    listen 127.0.0.1:${String(input.port)};

    location ${examplePath(input)} {
      auth_request /verify;
      auth_request_set $caller $upstream_http_caller;
      auth_request_set $challenge $upstream_http_www_authenticate;
      error_page 403 @forbidden;

      proxy_set_header Caller $caller;
      proxy_pass http://127.0.0.1:${apiPort(input)};
    }

    location = /verify {
      internal;
      proxy_pass_request_body off;
      proxy_set_header Content-Length "";
      proxy_pass http://127.0.0.1:${verifierPort(input)};
    }

    # nginx passes the challenge of a 401 on, but not that of a 403.
    location @forbidden {
      add_header WWW-Authenticate $challenge always;
      return 403;
    }
  }

  # In place of your API.
  server {
    listen 127.0.0.1:${apiPort(input)};
    default_type application/json;
    return 200 '{"caller":"$http_caller"}';
  }
}`

const verifier = (input: AcceptInput): Code => code`
import { createServer } from 'node:http'
import { ${verifyNames(input)} } from './verify.mjs'

async function answer(request, response) {
  try {
    const claims = await verify(request.headers.authorization)
${scopeCheck(input, 'claims', '    ')}    response.setHeader('Caller', claims.sub)
  } catch (error) {
    if (!(error instanceof Refusal)) {
      console.error(error)
      response.writeHead(500)
    } else {
      const headers = { 'WWW-Authenticate': error.challenge }
      response.writeHead(error.status, headers)
    }
  }
  response.end()
}

createServer(answer).listen(${verifierPort(input)}, '127.0.0.1')`
