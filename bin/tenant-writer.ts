import { expect } from 'vitest'
import type { tenantCaller } from './tenant-caller.ts'

/** A whole number below a limit, the same ones in the same order for a seed. */
export type Random = (below: number) => number

type Caller = ReturnType<typeof tenantCaller>
type Client = { id: string; name: string; grant?: { id: string; scope: string[] } }

/** What was asked last and never answered: it was done as a whole, or not at all. */
type Asked =
  | { kind: 'create'; name: string }
  | { kind: 'rename'; client: Client; name: string }
  | { kind: 'grant'; client: Client; scope: string[] }
  | { kind: 'narrow'; client: Client; scope: string[] }
  | { kind: 'delete'; client: Client }

/** For tests: changes a tenant without pause and remembers every answer, to hold the tenant to it later. */
export class TenantWriter {
  answered = 0
  readonly #caller: Caller
  readonly #name: string
  readonly #random: Random
  #known: Client[] = []
  #asked: Asked | undefined
  #count = 0

  constructor(caller: Caller, name: string, random: Random) {
    this.#caller = caller
    this.#name = name
    this.#random = random
  }

  get clients() {
    return this.#known.length
  }

  /** Writes until the tenant no longer answers. */
  async writeUntilCut(): Promise<void> {
    for (;;) {
      this.#asked = this.#next()
      try {
        await this.#carryOut(this.#asked)
      } catch (error) {
        if (!(error instanceof TypeError)) throw error // fetch: the connection is gone
        return
      }
      this.#asked = undefined
      this.answered += 1
    }
  }

  /** Compares the tenant with what it answered, and takes note of how far the last request came. */
  async verify(): Promise<void> {
    await this.#settle()
    for (const client of this.#known) {
      const { status, body } = await this.#caller.call('GET', `/clients/${client.id}`)
      expect([status, body.name]).toEqual([200, client.name])
      const grants = await this.#grantsOf(client)
      expect(grants.map(({ id, scope }) => ({ id, scope }))).toEqual(client.grant ? [client.grant] : [])
    }
  }

  #grantsOf({ id }: Client) {
    return this.#caller.list(`/client-grants?client_id=${id}`, 'client_grants')
  }

  #next(): Asked {
    const client = this.#known[this.#random(this.#known.length || 1)]
    const name = `${this.#name} ${this.#count++}`
    const choice = this.#random(6)
    if (!client || choice < 2) return { kind: 'create', name }
    if (choice === 2) return { kind: 'rename', client, name }
    if (choice === 3 && this.#known.length > 5) return { kind: 'delete', client }
    return { kind: client.grant ? 'narrow' : 'grant', client, scope: this.#someScopes() }
  }

  #someScopes() {
    return Array.from({ length: 20 }, (_, n) => `s${n}`).filter(() => this.#random(2))
  }

  async #carryOut(asked: Asked) {
    if (asked.kind === 'create') {
      const { body } = await this.#ask(201, 'POST', '/clients', { name: asked.name })
      this.#known.push({ id: String(body.client_id), name: asked.name })
      return
    }
    const { client } = asked
    if (asked.kind === 'rename') {
      await this.#ask(200, 'PATCH', `/clients/${client.id}`, { name: asked.name })
      client.name = asked.name
    } else if (asked.kind === 'delete') {
      await this.#ask(204, 'DELETE', `/clients/${client.id}`)
      this.#known = this.#known.filter((known) => known !== client)
    } else if (asked.kind === 'grant') {
      const grant = { client_id: client.id, audience: 'urn:a', scope: asked.scope }
      const { body } = await this.#ask(201, 'POST', '/client-grants', grant)
      client.grant = { id: String(body.id), scope: asked.scope }
    } else if (client.grant) {
      await this.#ask(200, 'PATCH', `/client-grants/${client.grant.id}`, { scope: asked.scope })
      client.grant.scope = asked.scope
    }
  }

  async #ask(expected: number, method: string, path: string, body?: unknown) {
    const answer = await this.#caller.call(method, path, body)
    expect([answer.status, method, path]).toEqual([expected, method, path])
    return answer
  }

  async #settle() {
    const asked = this.#asked
    this.#asked = undefined
    if (!asked) return
    if (asked.kind === 'create') {
      const clients = await this.#caller.list('/clients', 'clients')
      const found = clients.find(({ name }) => name === asked.name)
      if (found) this.#known.push({ id: String(found.client_id), name: asked.name })
      return
    }
    const { client } = asked
    const { status, body } = await this.#caller.call('GET', `/clients/${client.id}`)
    if (asked.kind === 'delete' && status === 404) {
      this.#known = this.#known.filter((known) => known !== client)
    } else if (asked.kind === 'rename' && body.name === asked.name) {
      client.name = asked.name
    } else if (asked.kind === 'grant' || asked.kind === 'narrow') {
      const [grant] = await this.#grantsOf(client)
      if (isSame(grant?.scope, asked.scope)) client.grant = { id: String(grant?.id), scope: asked.scope }
    }
  }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Marsaglia's xorshift: small, and the same everywhere. */
export function randomNumbers(seed: number): Random {
  let state = seed || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
