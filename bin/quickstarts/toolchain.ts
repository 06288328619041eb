import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Provided } from '../../lib/quickstarts/language.ts'
import { StartError } from '../start-error.ts'

/** Installs what these need. Says of each what is still missing and why; nothing where it can be run. */
export function provide(all: Provided[], folder: string): (one: Provided) => string | undefined {
  const missing = all.filter((one) => !hasCommands(one)).flatMap(({ debian = [] }) => missingPackages(debian))
  const refusal = missing.length > 0 ? installDebian([...new Set(missing)].sort()) : undefined
  installNpm([...new Set(all.flatMap(({ npm = [] }) => npm))].sort(), folder)

  return (one) => {
    const { commands = [], debian = [] } = one
    if (hasCommands(one)) return undefined
    const absent = missingPackages(debian)
    if (debian.length > 0 && absent.length === 0) return undefined
    const needed = debian.length > 0 ? `Debian's ${absent.join(' ')}` : commands.join(' ')
    return `Needs ${needed}${refusal ? `, and ${refusal}` : ''}.`
  }
}

/** Commands are enough where no library is needed from Debian; what names none needs nothing but Node.js. */
function hasCommands({ commands, debian = [] }: Provided) {
  if (!commands) return debian.length === 0
  return commands.every((command) => spawnSync('which', [command]).status === 0)
}

function missingPackages(packages: string[]) {
  if (packages.length === 0) return []
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg fills these in
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...packages], {
    encoding: 'utf8',
  })
  const installed = new Set((stdout ?? '').split('\n').filter((line) => line.endsWith(' installed')))
  return packages.filter((name) => !installed.has(`${name} installed`))
}

/** Why it was not done, or undefined. */
function installDebian(packages: string[]) {
  if (!existsSync('/etc/debian_version')) return 'this is not Debian'
  if (process.getuid?.() !== 0) return 'only root can install packages'
  console.log(`Installing ${packages.join(' ')}`)
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
    })
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages)
  const first = install()
  if (first.status === 0) return undefined
  const update = apt('update')
  const second = update.status === 0 ? install() : update
  return second.status === 0 ? undefined : `apt-get failed: ${second.stderr.trim().split('\n').at(-1)}`
}

/** Into one folder that lies above all the parts, where Node.js looks for packages. */
function installNpm(packages: string[], folder: string) {
  if (packages.length === 0) return
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  console.log(`Installing ${packages.join(' ')}`)
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel', 'error', ...packages],
    {
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new StartError(`npm could not install what the quickstarts need: ${stderr}`)
}
