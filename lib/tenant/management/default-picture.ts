import { hash } from 'node:crypto'

/** The address that Auth0 fills in for a user without a picture: nobody asks it for anything but a browser. */
export function defaultPicture(email: string): string {
  const address = email.toLowerCase()
  const fallback = encodeURIComponent(`https://cdn.auth0.com/avatars/${address.slice(0, 2)}.png`)
  return `https://s.gravatar.com/avatar/${hash('md5', address)}?s=480&r=pg&d=${fallback}`
}
