import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { Part, SourceFile } from '../../lib/quickstarts/language.ts'

/** Writes a part's files, and those that its package manager would have made, into a new folder below. */
export function writePart(below: string, name: string, { files, executed }: Part): string {
  const folder = join(below, name)
  const made = 'checked' in executed ? [] : (executed.files ?? [])
  for (const file of files) writeFile(folder, file)
  for (const { name, text } of made) write(join(folder, name), text)
  return folder
}

export const writeFile = (folder: string, { name, code }: SourceFile) =>
  write(join(folder, name), `${code.text}\n`)

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Nothing of the person's own environment but what every program needs; this Node.js and Debian's programs first. */
export function environment(home: string, ...more: (Environment | undefined)[]): Environment {
  const path = [dirname(process.execPath), '/usr/bin', '/bin', process.env.PATH]
  return Object.assign({ PATH: path.join(delimiter), HOME: home, LANG: 'C.UTF-8' }, ...more)
}

export type Environment = Record<string, string>

/** Process groups that would outlive an interrupted run. */
const groups = new Set<number>()
process.once('exit', () => groups.forEach(killGroup))

/**
 * Starts commands in a shell with a process group of their own. `said` is all they have printed so far, `stop`
 * ends whatever they started.
 */
export function startCommands(commands: string, cwd: string, env: Environment) {
  const child = spawn('bash', ['-c', commands], {
    cwd,
    env: env as NodeJS.ProcessEnv, // for which Next's types demand a NODE_ENV that a shell does not set
    detached: true,
    stdio: 'pipe',
  })
  if (child.pid) groups.add(child.pid)
  const output: string[] = []
  const printed: string[] = []
  child.stdout.on('data', (chunk) => output.push(String(chunk)) && printed.push(String(chunk)))
  child.stderr.on('data', (chunk) => printed.push(String(chunk)))
  child.stdin.on('error', () => {}) // a program that has ended reads no more; its exit says so
  const exit = once(child, 'close').then(([code]) => code as number | null)

  return {
    child,
    exit,
    output: () => output.join(''),
    said: () => printed.join(''),
    async stop() {
      if (child.pid) killGroup(child.pid)
      await exit
    },
  }
}

function killGroup(leader: number) {
  groups.delete(leader)
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // All of the group have ended.
  }
}
