import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { JWK } from 'jose'

const jwksPath = '/.well-known/jwks.json'

/**
 * The tenant's public address during a run: passes everything on, adds a key to the tenant's own, as a tenant
 * between two keys has it, and keeps the bodies of token requests. With that key the runner signs what the tenant
 * never would, a token that has expired for one.
 */
export async function startDoor(tenantUrl: string, extraKey: JWK) {
  const tokenRequests: string[] = []
  const server = createServer(async (incoming, outgoing) => {
    if (incoming.url === jwksPath) return answerKeys(tenantUrl, extraKey, outgoing)
    const body = await buffer(incoming)
    if (incoming.url === '/oauth/token') tokenRequests.push(credentialsIn(incoming, body))
    passOn(tenantUrl, incoming, body, outgoing)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    /** As in the tokens' `iss`. */
    issuer: `http://localhost:${(server.address() as AddressInfo).port}/`,
    /** How many tokens this client has asked for so far. */
    tokenRequestsOf: (clientId: string) => tokenRequests.filter((text) => text.includes(clientId)).length,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Wherever the client ID may stand: in the body, or in HTTP Basic credentials (RFC 6749, section 2.3.1). */
const credentialsIn = ({ headers }: IncomingMessage, body: Buffer) =>
  body.toString() + Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString()

async function answerKeys(tenantUrl: string, extraKey: JWK, outgoing: ServerResponse) {
  const { keys } = (await (await fetch(new URL(jwksPath, tenantUrl))).json()) as { keys: JWK[] }
  outgoing.writeHead(200, { 'content-type': 'application/json' })
  outgoing.end(JSON.stringify({ keys: [...keys, extraKey] }))
}

function passOn(tenantUrl: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse) {
  const { method, headers, url = '/' } = incoming
  const onward = request(new URL(url, tenantUrl), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  onward.end(body)
}
