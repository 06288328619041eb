import type { NewStep } from '../../changes/set-store'
import type { Access, Grant } from '../../grants/grant'
import type { AccessDocument, GrantItem } from '../document'
import type { Picture } from '../picture'
import { compareApi } from './apis'
import { compareClient } from './clients'
import { type Comparison, Refusal, type Verdict } from './comparison'
import { accessOf, grantStep, grantVerdict, joined, type Pair, pairKey, pairOf, refusalOf } from './grants'
import { leftOver } from './left-over'
import { Parties } from './parties'

/**
 * What it takes to bring the tenant to what the document says: clients, APIs and scopes it lacks, then grants. Nothing
 * is taken away, unless `exactly`: then the clients and APIs the document names end with what it says of them, no more.
 * Clients and APIs themselves are never deleted. What can't be done is told and costs nothing else.
 */
export function compare(document: AccessDocument, picture: Picture, exactly = false): Comparison {
  const parties = new Parties(picture)
  const clients = document.clients.map((item) => compareClient(item, parties))
  const apis = document.apis.map((item) => ({ item, ...compareApi(item, parties, exactly) }))
  const made = [...clients, ...apis]
  const held = new Map(picture.grants.map((grant) => [pairKey(grant.clientId, grant.audience), grant]))
  const judged = document.grants.map((item) => judge(item, parties, held))
  const wanted = new Map<string, Wanted>()
  for (const { item, key, pair } of judged) {
    if (!pair) continue
    const before = wanted.get(key)?.access ?? (exactly ? null : accessOf(held.get(key)))
    wanted.set(key, { ...pair, access: joined(before, item.access) })
  }

  const steps: NewStep[] = [
    ...made.flatMap((each) => each.steps),
    ...[...wanted].flatMap(([key, { access, ...pair }]) => grantStep(pair, accessOf(held.get(key)), access)),
  ]
  if (exactly) {
    const taken = apis.filter(({ verdict }) => verdict.outcome !== 'refused').map(({ item }) => item)
    steps.push(...leftOver({ ...document, apis: taken }, picture, parties, judged))
  }

  const grants = judged.map(({ item: { at }, key, subject, refusal }): Verdict => {
    const to = wanted.get(key)?.access
    if (refusal || !to) return { at, subject, outcome: 'refused', says: '', ...refusal }
    return { at, subject, ...grantVerdict(accessOf(held.get(key)), to) }
  })
  return { steps, verdicts: [...made.map(({ verdict }) => verdict), ...grants] }
}

type Wanted = Pair & { access: Access }

/** A grant of the document: whom it is about, or why it can't be made. A refused one may still name a client. */
export type Judged = { item: GrantItem; subject: string; key: string; pair?: Pair; refusal?: Refusal }

function judge(item: GrantItem, parties: Parties, held: Map<string, Grant>): Judged {
  const pair = pairOf(item, parties)
  if (pair instanceof Refusal) {
    return { item, subject: `${item.client.name} → ${item.audience}`, key: '', refusal: pair }
  }
  const { client, api } = pair
  const key = pairKey(client.id, api.identifier)
  const subject = `${client.name} → ${api.name}`
  const refusal = refusalOf(item, pair, held.get(key))
  return refusal ? { item, subject, key: '', refusal } : { item, subject, key, pair }
}
