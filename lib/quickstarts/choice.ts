import { languages } from './all.ts'
import type { Acceptor, Caller, Language } from './language.ts'

/** Slugs, from an address or a cookie: anything may stand in them. */
export type Asked = { language?: string; framework?: string; caller?: string }

export type Choice = { language: Language; acceptor?: Acceptor; caller?: Caller }

/**
 * What the address asks for, or else what is remembered, or else the first. The framework and the caller that are
 * remembered count for their own language only.
 */
export function choose(asked: Asked, remembered: Asked = {}): Choice {
  const language = find(languages, asked.language) ?? find(languages, remembered.language) ?? languages[0]
  const fallback = remembered.language === language.slug ? remembered : {}
  const { accept, call } = language
  return {
    language,
    acceptor: find(accept, asked.framework) ?? find(accept, fallback.framework) ?? accept[0],
    caller: find(call, asked.caller) ?? find(call, fallback.caller) ?? call[0],
  }
}

const find = <Item extends { slug: string }>(items: readonly Item[], slug: string | undefined) =>
  items.find((item) => item.slug === slug)
