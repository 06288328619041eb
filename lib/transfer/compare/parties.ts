import type { Api, Scope } from '../../apis/api'
import type { Client } from '../../clients/client'
import type { ClientReference } from '../document'
import type { Picture } from '../picture'
import { listed, Refusal } from './comparison'

/** A client that is there, or will be: then its id stands for it. */
export type ClientParty = { id: string; name: string; there?: Client }

/** An API that is there, or will be; its scopes are those it will have. */
export type ApiParty = { identifier: string; name: string; scopes: Map<string, Scope>; there?: Api }

/** Finds whom a document means, among what the tenant has and what the document brings. */
export class Parties {
  readonly #clients: Map<string, ClientParty | Refusal>
  readonly #clientsByName: Map<string, ClientParty[]>
  readonly #apis: Map<string, ApiParty>
  readonly #apisByName: Map<string, ApiParty[]>

  constructor({ clients, apis }: Picture) {
    const clientParties = clients.map((there): ClientParty => ({ id: there.id, name: there.name, there }))
    const apiParties = apis.map((there): ApiParty => {
      const scopes = new Map(there.scopes.map((scope) => [scope.value, scope]))
      return { identifier: there.identifier, name: there.name, scopes, there }
    })
    this.#clients = new Map(clientParties.map((party) => [party.id, party]))
    this.#clientsByName = Map.groupBy(clientParties, ({ name }) => name)
    this.#apis = new Map(apiParties.map((party) => [party.identifier, party]))
    this.#apisByName = Map.groupBy(apiParties, ({ name }) => name)
  }

  /** A client the document brings, also known by the id it had where the document comes from. */
  addClient(party: ClientParty, { id, name }: ClientReference) {
    if (id) this.#clients.set(id, party)
    this.#clientsByName.set(name, [...(this.#clientsByName.get(name) ?? []), party])
  }

  /** A client the document brings that can't be had: who means it by its id is not given another of its name. */
  refuseClient({ id, name }: ClientReference) {
    if (id) this.#clients.set(id, new Refusal(`The client ${name} is not taken, see there.`))
  }

  addApi(party: ApiParty) {
    this.#apis.set(party.identifier, party)
    this.#apisByName.set(party.name, [...(this.#apisByName.get(party.name) ?? []), party])
  }

  /** The client with this id, else the only one of this name; undefined for none. Names are compared as they stand. */
  client({ id, name }: ClientReference): ClientParty | Refusal | undefined {
    const known = this.#clients.get(id ?? name)
    if (known) return known
    const named = this.#clientsByName.get(name) ?? []
    if (named.length < 2) return named[0]
    return new Refusal(
      `${named.length} clients are called ${name}. Put the id of one there: ${listed(named.map((each) => each.id))}.`,
      named.map((each) => ({ id: each.id, name: each.name })),
    )
  }

  /** The API with this identifier, else the only one of this name; undefined for none. */
  api(audience: string): ApiParty | Refusal | undefined {
    const known = this.#apis.get(audience)
    if (known) return known
    const named = this.#apisByName.get(audience) ?? []
    if (named.length < 2) return named[0]
    const identifiers = named.map(({ identifier }) => identifier)
    return new Refusal(
      `${named.length} APIs are called ${audience}. Put the identifier of one there: ${listed(identifiers)}.`,
      named.map(({ identifier, name }) => ({ id: identifier, name })),
    )
  }
}
