import { type Configuration, interactionPolicy } from 'oidc-provider'
import { isFirstParty } from './load-existing-grant.ts'

const { Check, base } = interactionPolicy

export const signInPath = '/u/login'

/** Signing in happens on a page of ours, each attempt at its own address, so that two tabs don't disturb each other. */
export function interactions(): Configuration['interactions'] {
  const policy = base()
  const consent = policy.get('consent')
  consent?.checks.clear()
  consent?.checks.add(
    new Check('third_party', 'third-party clients need consent', 'consent_required', ({ oidc }) =>
      isFirstParty(oidc.client) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
    ),
  )
  return { policy, url: (_ctx, { uid }) => `${signInPath}/${uid}` }
}
