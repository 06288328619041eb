const names = /(secret|password|passphrase|private_?key|access_?key|api_?key|access_?token)$/i
/** What these hold are credentials of third parties, whatever they are called. */
const holders = new Set(['addons', 'encryption_key'])
const mask = '*****'

/**
 * A copy of what is sent to or answered by the Management API that may be kept: texts and numbers below the name of
 * a secret are stars, and so is every private key and every signed token. `secrets` are the names that something was hidden under.
 */
export function masked(value: unknown): { shown: unknown; secrets: string[] } {
  const secrets = new Set<string>()

  function copy(value: unknown, key: string, secret: string | undefined): unknown {
    if (Array.isArray(value)) return value.map((item) => copy(item, key, secret))
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([name, content]) => {
        const isSecret = names.test(name) || holders.has(name)
        return [name, copy(content, name, secret ?? (isSecret ? name : undefined))]
      })
      return Object.fromEntries(entries)
    }
    const hiddenAs = secret ?? (isCredential(value) ? key : undefined)
    if (hiddenAs === undefined || !isContent(value)) return value
    secrets.add(hiddenAs)
    return mask
  }

  return { shown: copy(value, 'body', undefined), secrets: [...secrets] }
}

const credential = /PRIVATE KEY-----|\beyJ[\w-]+\.[\w-]+\.[\w-]+/
const isCredential = (value: unknown) => typeof value === 'string' && credential.test(value)

const isContent = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && value !== '')
