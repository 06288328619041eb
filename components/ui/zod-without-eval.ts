import { config } from 'zod/v4/core'

// Before any schema is made: each would try out whether it may evaluate code, which our pages forbid.
config({ jitless: true })
