import type { Language } from '../language.ts'
import { netHttp } from './net-http.ts'
import { rails } from './rails.ts'
import { sinatra } from './sinatra.ts'

export const ruby: Language = {
  slug: 'ruby',
  name: 'Ruby',
  accept: [sinatra, rails],
  call: [netHttp],
}
