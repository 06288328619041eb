import { aspnetCore } from './csharp'
import { curl } from './curl'
import { goNetHttp } from './go'
import { springBoot } from './java'
import { express } from './node'
import { php } from './php'
import { fastapi } from './python'
import type { Quickstart } from './quickstart'

/** In the order of the screen; the first is what somebody sees who has not chosen yet. */
export const quickstarts: readonly [Quickstart, ...Quickstart[]] = [
  express,
  fastapi,
  goNetHttp,
  springBoot,
  aspnetCore,
  php,
  curl,
]

/** The quickstart that the address or the cookie names; the first one for anything else. */
export const findQuickstart = (...slugs: (string | undefined)[]): Quickstart =>
  slugs.map((slug) => quickstarts.find((quickstart) => quickstart.slug === slug)).find(Boolean) ??
  quickstarts[0]
