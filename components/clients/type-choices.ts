import { type ClientType, clientTypeLabel, clientTypes } from '@/lib/clients/client'

const explanations: Record<ClientType, string> = {
  non_interactive: 'A service, job or script that asks for tokens as itself. Nobody signs in.',
  regular_web: 'A website that runs on a server and can keep a secret. Its users sign in.',
  spa: 'JavaScript in a browser, where a secret could be read, so it uses none. Its users sign in.',
  native: 'A program on a phone, desktop or command line, which can keep no secret. Its users sign in.',
}

/** The types in the order of the dialog, each explained in a line. */
export const typeChoices = clientTypes.map((value) => ({
  value,
  label: clientTypeLabel(value),
  explanation: explanations[value],
}))
