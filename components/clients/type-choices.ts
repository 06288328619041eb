import { type ClientType, clientTypeLabel, clientTypes } from '@/lib/clients/client'

const explanations: Record<ClientType, string> = {
  non_interactive: 'A service, job or script that asks for tokens as itself. Nobody signs in.',
  regular_web: 'A website that runs on a server. It can keep a secret. Its users sign in.',
  spa: 'JavaScript in a browser. It can keep no secret. Its users sign in.',
  native: 'A program on a phone or desktop. It can keep no secret. Its users sign in.',
}

/** The types in the order of the dialog, each explained in a line. */
export const typeChoices = clientTypes.map((value) => ({
  value,
  label: clientTypeLabel(value),
  explanation: explanations[value],
}))
