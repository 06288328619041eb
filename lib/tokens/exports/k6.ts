import { tokenUrl } from '../token-request'
import { bringsToken, type ExportInput, type TokenExport, tokenFields } from './export'

/** https://grafana.com/docs/k6/latest/using-k6/test-lifecycle/ */
export const k6: TokenExport = {
  slug: 'k6',
  name: 'k6',
  fileName: 'call.k6.js',
  build: (
    input,
  ) => `// Run: k6 run call.k6.js, with ${bringsToken(input) ? 'ACCESS_TOKEN' : 'CLIENT_SECRET'} in the environment
import { check } from 'k6'
import http from 'k6/http'

export const options = { vus: 1, duration: '10s' }

// Once for the whole run: all virtual users share the token, as a client should.
export function setup() {
${bringsToken(input) ? '  return __ENV.ACCESS_TOKEN' : tokenOf(input)}
}

export default function (token) {
${callOf(input)}
  check(answer, { accepted: ({ status }) => status < 400 })
}
`,
}

function tokenOf(input: ExportInput): string {
  const fields = tokenFields(input).map(([name, value]) => `    ${name}: ${JSON.stringify(value)},\n`)
  return `  const answer = http.post(${JSON.stringify(tokenUrl(input.issuer))}, {
${fields.join('')}    client_secret: __ENV.CLIENT_SECRET,
  })
  if (answer.status !== 200) throw new Error(\`\${answer.status} \${answer.body}\`)
  return answer.json('access_token')`
}

function callOf({ call: { url, method, body } }: ExportInput): string {
  const type = body ? `, 'Content-Type': 'application/json'` : ''
  return `  const headers = { Authorization: \`Bearer \${token}\`${type} }
  const answer = http.request(${JSON.stringify(method)}, ${JSON.stringify(url)}, ${body ? JSON.stringify(body) : 'null'}, { headers })`
}
