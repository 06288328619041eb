/** For tests: as much of a browser as a sign-in needs. Keeps cookies by path and follows redirects by hand. */
export class Browser {
  readonly #cookies = new Map<string, { name: string; value: string; path: string }>()

  async open(url: string | URL, form?: Record<string, string>, headers: Record<string, string> = {}) {
    const { pathname } = new URL(url)
    const cookies = [...this.#cookies.values()].filter(({ path }) => pathname.startsWith(path))
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        ...headers,
      },
    })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const location = response.headers.get('location')
    return { response, text: await response.text(), next: location ? new URL(location, url) : undefined }
  }

  /** Follows redirects for as long as they stay at this origin: the last page, or where it was sent to. */
  async follow(url: string | URL, form?: Record<string, string>) {
    let at = new URL(url)
    let page = await this.open(at, form)
    while (page.next && page.next.origin === at.origin) {
      at = page.next
      page = await this.open(at)
    }
    return { ...page, at }
  }

  /** The cookies that it has now. */
  cookies() {
    return [...this.#cookies.values()]
  }

  /** Another browser with the cookies that this one has now: a thief's. */
  copy() {
    const copy = new Browser()
    for (const [key, cookie] of this.#cookies) copy.#cookies.set(key, cookie)
    return copy
  }

  #keep(header: string) {
    const [pair = '', ...attributes] = header.split('; ')
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const path = attributes.find((attribute) => attribute.startsWith('path='))?.slice(5) ?? '/'
    const isGone = attributes.some((attribute) => attribute.startsWith('expires=Thu, 01 Jan 1970'))
    if (isGone) this.#cookies.delete(`${name} ${path}`)
    else this.#cookies.set(`${name} ${path}`, { name, value, path })
  }
}
