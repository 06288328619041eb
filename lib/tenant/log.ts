import { pino } from 'pino'

/** What LOG_LEVEL may be. */
export const logLevels = [...Object.keys(pino.levels.values), 'silent']

const level = process.env.LOG_LEVEL || 'warn'

/** The tenant's log: lines of JSON on stderr. Nobody hands it a secret, a token, a cookie or a request body. */
export const log = pino(
  { name: 'tenant', base: undefined, level: logLevels.includes(level) ? level : 'warn' },
  pino.destination({ fd: 2, sync: false }),
)
