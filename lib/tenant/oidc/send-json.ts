import type { ServerResponse } from 'node:http'

type Answer = { status: number; body: object; headers: Record<string, string> }

/** Answers a client, in a way that no cache keeps, RFC 6749 section 5.1. */
export function sendJson(response: ServerResponse, { status, body, headers }: Answer) {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    Pragma: 'no-cache',
    ...headers,
  })
  response.end(text)
}
