import { pino } from 'pino'

/** The tenant's log: lines of JSON on stderr. Nobody hands it a secret, a token, a cookie or a request body. */
export const log = pino({ name: 'tenant', base: undefined }, pino.destination({ fd: 2, sync: false }))
