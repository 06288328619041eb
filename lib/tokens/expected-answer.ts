import { type HttpMessage, prettyJson } from './http-message'
import type { Prediction } from './predict'

const reasonPhrases: Record<number, string> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
}

/** The predicted answer as it would come over the wire; the token itself is not known. */
export function expectedAnswer({ refusal, token }: Prediction): HttpMessage {
  const status = refusal?.status ?? 200
  return {
    start: `HTTP/1.1 ${status} ${reasonPhrases[status] ?? ''}`,
    headers: [['Content-Type', 'application/json']],
    body: prettyJson(
      refusal
        ? {
            error: refusal.error,
            error_description: refusal.description,
            ...(refusal.uri && { error_uri: refusal.uri }),
          }
        : {
            access_token: '…',
            ...(token?.claims.scope !== undefined && { scope: token.claims.scope }),
            expires_in: token?.lifetime,
            token_type: 'Bearer',
          },
    ),
  }
}
