import { prettyJson } from '../http-message'
import { tokenUrl } from '../token-request'
import { bringsToken, type ExportInput, type TokenExport, tokenFields } from './export'

/** https://schema.postman.com/collection/json/v2.1.0/draft-07/docs/index.html */
export const postman: TokenExport = {
  slug: 'postman',
  name: 'Postman',
  fileName: 'call.postman_collection.json',
  build: (input) =>
    prettyJson({
      info: {
        name: `${input.client.name} calls ${input.audience}`,
        description: `${bringsToken(input) ? 'access_token' : 'client_secret'} comes from the environment that is chosen: add it there as a secret.`,
        schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
      },
      item: bringsToken(input) ? [callOf(input)] : [tokenOf(input), callOf(input)],
    }),
}

function tokenOf(input: ExportInput) {
  const fields = [...tokenFields(input), ['client_secret', '{{client_secret}}']]
  return {
    name: 'Get a token',
    event: [
      {
        listen: 'test',
        script: {
          type: 'text/javascript',
          exec: ["pm.collectionVariables.set('access_token', pm.response.json().access_token)"],
        },
      },
    ],
    request: {
      method: 'POST',
      auth: { type: 'noauth' },
      url: tokenUrl(input.issuer),
      body: { mode: 'urlencoded', urlencoded: fields.map(([key, value]) => ({ key, value, type: 'text' })) },
    },
  }
}

function callOf({ call: { url, method, body } }: ExportInput) {
  return {
    name: 'Call the API',
    request: {
      method,
      auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{access_token}}', type: 'string' }] },
      url,
      ...(body && { body: { mode: 'raw', raw: body, options: { raw: { language: 'json' } } } }),
    },
  }
}
