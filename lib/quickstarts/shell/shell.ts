import type { Language } from '../language.ts'
import { curl } from './curl.ts'
import { httpie } from './httpie.ts'
import { posix } from './posix.ts'

export const shell: Language = {
  slug: 'shell',
  name: 'Shell',
  accept: [],
  call: [curl, httpie, posix],
}
