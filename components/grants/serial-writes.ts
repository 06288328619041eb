import type { ActionFailure, ActionResult } from '@/lib/action-state'

export type WriteView<State> = {
  /** What the person asked for last; what the tenant holds when nothing is under way. */
  shown: State
  /** What the tenant holds, as far as it has answered. */
  held: State
  busy: boolean
  /** Why the last wish was not granted; `base` is what it was made upon. */
  failure?: { reason: ActionFailure; base: State; wanted: State }
}

type Options<State> = {
  held: State
  same: (one: State, other: State) => boolean
  /** Answers with what the tenant holds after it. */
  write: (from: State, to: State) => Promise<ActionResult<State>>
  /** What the tenant holds now; asked for when somebody else was faster. */
  read: () => Promise<ActionResult<State>>
  onDone?: (before: State, after: State) => void
}

/**
 * The writes of one thing that is changed by quick clicks: one at a time, in order, and while one runs only
 * the latest wish is kept. A wish shows at once; when it is refused, what the tenant holds shows again.
 */
export class SerialWrites<State> {
  readonly #options: Options<State>
  readonly #listeners = new Set<() => void>()
  #wanted: State
  #view: WriteView<State>

  constructor(options: Options<State>) {
    this.#options = options
    this.#wanted = options.held
    this.#view = { shown: options.held, held: options.held, busy: false }
  }

  readonly view = () => this.#view

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  want(state: State) {
    this.#wanted = state
    const { busy } = this.#view
    this.#show({ shown: state, busy: true, failure: undefined })
    if (!busy) void this.#drain()
  }

  /** Asks the tenant what it holds; for a state that was not known yet. */
  async refresh() {
    if (this.#view.busy) return
    this.#show({ busy: true, failure: undefined })
    const base = this.#view.held
    const result = await this.#options.read()
    this.#wanted = result.status === 'done' ? result.value : base
    this.#show({
      shown: this.#wanted,
      held: this.#wanted,
      busy: false,
      failure: result.status === 'done' ? undefined : { reason: result, base, wanted: base },
    })
  }

  async #drain() {
    const before = this.#view.held
    while (!this.#options.same(this.#view.held, this.#wanted)) {
      const [base, wanted] = [this.#view.held, this.#wanted]
      const result = await this.#options.write(base, wanted)
      if (result.status !== 'done') return this.#giveUp(result, base)
      if (this.#wanted === wanted) this.#wanted = result.value
      this.#show({ held: result.value, shown: this.#wanted })
    }
    this.#show({ shown: this.#view.held, busy: false })
    if (!this.#options.same(before, this.#view.held)) this.#options.onDone?.(before, this.#view.held)
  }

  async #giveUp(reason: ActionFailure, base: State) {
    const wanted = this.#wanted
    const outdated = reason.status === 'failed' && (reason.code === 'conflict' || reason.code === 'not_found')
    const now = outdated ? await this.#options.read() : undefined
    const held = now?.status === 'done' ? now.value : base
    this.#wanted = held
    this.#show({ shown: held, held, busy: false, failure: { reason, base, wanted } })
  }

  #show(change: Partial<WriteView<State>>) {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}
