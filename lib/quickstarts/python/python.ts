import type { Language } from '../language.ts'
import { django } from './django.ts'
import { fastapi } from './fastapi.ts'
import { flask } from './flask.ts'
import { requests } from './requests.ts'

export const python: Language = {
  slug: 'python',
  name: 'Python',
  accept: [fastapi, flask, django],
  call: [requests],
}
