import { readArguments, readPort } from './arguments.ts'
import { launch, namesTenant } from './launch.ts'

/** `npm start` and `npm run dev`: the dashboard, with the embedded tenant unless the environment names another. */
export async function main(argv: string[]) {
  const {
    dev,
    port,
    'tenant-port': tenantPort,
  } = readArguments(argv, {
    dev: { type: 'boolean', default: false },
    port: { type: 'string', default: process.env.PORT || '3000' },
    'tenant-port': { type: 'string', default: process.env.TENANT_PORT || '4000' },
  })
  await launch({
    dev,
    port: readPort(port, 'PORT'),
    tenantPort: readPort(tenantPort, 'TENANT_PORT'),
    withTenant: !namesTenant(process.env),
  })
}
