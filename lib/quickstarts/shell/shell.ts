import type { Language } from '../language.ts'
import { curl } from './curl.ts'

export const shell: Language = {
  slug: 'shell',
  name: 'Shell',
  accept: [],
  call: [curl],
}
