type Values = { domain: string; clientId: string; secret: string }

/** The text of a .env file with what the client needs to ask for tokens. */
export const envFile = ({ domain, clientId, secret }: Values): string =>
  `AUTH0_DOMAIN=${quoted(domain)}\nAUTH0_CLIENT_ID=${quoted(clientId)}\nAUTH0_CLIENT_SECRET=${quoted(secret)}\n`

/** Single quotes keep `$` and `#` as they are; a value with such a quote in it is left to double ones. */
const quoted = (value: string) => (value.includes("'") ? JSON.stringify(value) : `'${value}'`)

/** Hands a file to the browser's downloads without a server seeing it. */
export function saveFile(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
