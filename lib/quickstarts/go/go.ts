import type { Language } from '../language.ts'
import { netHttp } from './net-http.ts'
import { oauth2 } from './oauth2.ts'

export const go: Language = { slug: 'go', name: 'Go', accept: [netHttp], call: [oauth2] }
