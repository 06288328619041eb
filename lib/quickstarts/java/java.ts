import type { Language } from '../language.ts'
import { javaNetHttp } from './java-net-http.ts'
import { springBoot } from './spring-boot.ts'

export const java: Language = { slug: 'java', name: 'Java', accept: [springBoot], call: [javaNetHttp] }
