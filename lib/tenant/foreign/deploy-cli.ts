import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { management, type TestTenant } from '../test-tenant.ts'

const cli = fileURLToPath(import.meta.resolve('auth0-deploy-cli'))
const run = promisify(execFile)

/**
 * For tests: Auth0's deploy CLI as its users run it, a process of its own that is told the tenant's authority.
 * Rejects with what it printed when it fails.
 */
export function deployCli(tenant: TestTenant, settings: Record<string, string> = {}) {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_EXTRA_CA_CERTS: tenant.caFile,
    AUTH0_DOMAIN: new URL(tenant.issuer).host,
    AUTH0_CLIENT_ID: management.clientId,
    AUTH0_CLIENT_SECRET: management.clientSecret,
    ...settings,
  }
  const call = async (...args: string[]) => {
    try {
      return (await run(process.execPath, [cli, ...args], { env })).stdout
    } catch (error) {
      throw new Error(error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error))
    }
  }
  return {
    /** Writes the tenant as `<folder>/tenant.yaml`, or as a folder of JSON files. */
    export: (format: 'yaml' | 'directory', folder: string) =>
      call('export', '--format', format, '--output_folder', folder),
    /** `input` is a YAML file or a folder of JSON files. */
    import: (input: string) => call('import', '--input_file', input),
  }
}
