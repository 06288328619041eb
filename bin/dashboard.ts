import { readArguments, readPort } from './arguments.ts'
import { launch } from './launch.ts'

/** `npm run dashboard`: the dashboard alone, for the tenant in the environment or the embedded one started elsewhere. */
export async function main(argv: string[]) {
  const { port } = readArguments(argv, { port: { type: 'string', default: process.env.PORT || '3000' } })
  const tenantPort = readPort(process.env.TENANT_PORT || '4000', 'TENANT_PORT')
  await launch({ dev: false, port: readPort(port, 'PORT'), tenantPort, withTenant: false })
}
