import type { Language } from '../language.ts'
import { express } from './express.ts'
import { fetchCaller } from './fetch.ts'

export const node: Language = {
  slug: 'node',
  name: 'Node.js',
  accept: [express],
  call: [fetchCaller],
}
