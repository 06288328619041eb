/** What a signing algorithm means for the API that verifies its tokens, in a few words. */
export function algorithmInWords(algorithm: string): string {
  return algorithm === 'HS256'
    ? 'One shared secret signs and verifies'
    : 'The tenant’s key signs, its public key verifies'
}

export const algorithmChoices = [
  {
    value: 'RS256',
    label: 'RS256',
    aside: 'For most APIs',
    explanation:
      'The tenant signs with a private key that never leaves it. Your API verifies with the public key, which it fetches by itself, and keeps no secret.',
  },
  {
    value: 'HS256',
    label: 'HS256',
    explanation:
      'One secret, shared by tenant and API, signs and verifies. Works without fetching a key, but whoever holds the secret can make tokens.',
  },
]
