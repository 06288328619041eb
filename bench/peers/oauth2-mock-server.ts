import { OAuth2Server } from 'oauth2-mock-server'

/** oauth2-mock-server, which signs with asymmetric keys only: RS256. */
const mock = new OAuth2Server()
await mock.issuer.keys.generate('RS256')
await mock.start(0, '127.0.0.1')
process.stdout.write(`ready ${mock.issuer.url}/token\n`)
