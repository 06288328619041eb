import type { knownGrantTypes } from '@/lib/clients/schema'

/** https://auth0.com/docs/get-started/applications/application-grant-types */
const explanations: Record<(typeof knownGrantTypes)[number], string> = {
  client_credentials:
    'Asks for tokens as itself; without it the client is in no API’s Non Interactive Clients.',
  authorization_code: 'Sends people to the sign-in page and gets tokens for them.',
  refresh_token: 'Renews the tokens of people without another sign-in.',
  implicit: 'Gets tokens for people in the address of a page. For old clients only.',
}

/** Every grant type to choose from: ours, then what the client holds besides, which stays unless it is unchecked. */
export function grantTypeChoices(held: string[]) {
  const ours = Object.entries(explanations).map(([value, hint]) => ({ value, hint }))
  const others = held
    .filter((value) => !(value in explanations))
    .map((value) => ({ value, hint: 'Set outside of this dashboard.' }))
  return [...ours, ...others]
}

/** Held grant types in the order of the checkboxes: the form compares lists, and order means nothing here. */
export const inShownOrder = (held: string[]) =>
  grantTypeChoices(held)
    .map(({ value }) => value)
    .filter((value) => held.includes(value))
