import type { Asked } from '@/lib/quickstarts/choice'

/** What was looked at last in this browser: the slugs of language, framework and caller. */
export const choiceCookie = 'quickstart'

export const toCookie = ({ language = '', framework = '', caller = '' }: Asked) =>
  [language, framework, caller].join('.')

export function fromCookie(text = ''): Asked {
  const [language, framework, caller] = text.split('.')
  return { language, framework, caller }
}
