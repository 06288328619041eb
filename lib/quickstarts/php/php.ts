import type { Language } from '../language.ts'
import { laravel } from './laravel.ts'
import { plain } from './plain.ts'
import { streams } from './streams.ts'

export const php: Language = {
  slug: 'php',
  name: 'PHP',
  accept: [plain, laravel],
  call: [streams],
}
