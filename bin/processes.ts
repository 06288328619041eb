import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from './start-error.ts'

export type Program = {
  name: string
  args: string[]
  env: Record<string, string>
  stdout: 'inherit' | 'ignore' | 'pipe'
  /** A line on its standard error that means nothing here. */
  unsaid?: string
}

/** Throws a StartError when somebody listens on the port already. */
export async function assertFree(port: number, host: string, what: string) {
  const probe = createServer()
  try {
    probe.listen(port, host)
    await once(probe, 'listening')
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    const reason = taken ? 'is taken' : `can't be used (${error instanceof Error ? error.message : error})`
    throw new StartError(
      `Port ${port} for the ${what} ${reason}: stop what listens there, or choose another port.`,
    )
  } finally {
    probe.close()
  }
}

/** Resolves when the address answers at all; rejects with a StartError when the process ends first. */
export async function untilAnswering(url: string, child: ChildProcess, name: string) {
  while (child.exitCode === null && child.signalCode === null) {
    const answered = await fetch(url, { redirect: 'manual' }).then(
      () => true,
      () => false,
    )
    if (answered) return
    await pause(50)
  }
  throw new StartError(`The ${name} ended before it answered at ${url}.`)
}

/**
 * Keeps programs together: SIGINT and SIGTERM stop all of them, and when one ends by itself the others
 * are stopped too. `over` resolves as soon as either happened.
 */
export class Crew {
  readonly over: Promise<void>
  readonly #end: () => void
  #stopping = false
  #status = 0
  #members: { name: string; process: ChildProcess }[] = []

  constructor() {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.over = promise
    this.#end = resolve
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => this.#interrupted())
  }

  /** Starts a program of ours with this very Node.js. Its errors go where ours go. */
  start({ name, args, env, stdout, unsaid }: Program): ChildProcess {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', stdout, unsaid ? 'pipe' : 'inherit'],
    })
    if (child.stderr) {
      createInterface(child.stderr).on('line', (line) => {
        if (line !== unsaid) console.error(line)
      })
    }
    this.#members.push({ name, process: child })
    child.once('exit', (code, signal) => this.#ended(name, signal ?? `exit ${code}`))
    return child
  }

  /** Stops whoever still runs. Resolves with 0, or with 1 when a program had ended by itself. */
  async stop(): Promise<number> {
    this.#interrupted()
    const running = this.#members.filter(
      ({ process }) => process.exitCode === null && process.signalCode === null,
    )
    await Promise.all(
      running.map(({ process }) => {
        const exit = once(process, 'exit')
        process.kill('SIGTERM')
        return exit
      }),
    )
    return this.#status
  }

  #interrupted() {
    this.#stopping = true
    this.#end()
  }

  #ended(name: string, how: string) {
    this.#members = this.#members.filter((member) => member.name !== name)
    if (this.#stopping) return
    console.error(`The ${name} ended by itself (${how}); stopping everything.`)
    this.#status = 1
    this.#end()
  }
}
