import { prettyJson } from '../http-message'
import { tokenUrl } from '../token-request'
import { bringsToken, type ExportInput, type TokenExport, tokenFields } from './export'

/** For the REST Client of Visual Studio Code: https://github.com/Huachao/vscode-restclient */
export const httpFile: TokenExport = {
  slug: 'http-file',
  name: '.http',
  fileName: 'call.http',
  build: (input) =>
    bringsToken(input)
      ? callOf(input, '{{$processEnv ACCESS_TOKEN}}')
      : `${tokenOf(input)}\n${callOf(input, '{{token.response.body.access_token}}')}`,
}

function tokenOf(input: ExportInput): string {
  const body = Object.fromEntries([...tokenFields(input), ['client_secret', '{{$processEnv CLIENT_SECRET}}']])
  return `### Get a token
# @name token
POST ${tokenUrl(input.issuer)}
Content-Type: application/json

${prettyJson(body)}
`
}

function callOf({ call: { url, method, body } }: ExportInput, token: string): string {
  const content = body ? `Content-Type: application/json\n\n${body}\n` : ''
  return `### Call the API
${method} ${url}
Authorization: Bearer ${token}
${content}`
}
