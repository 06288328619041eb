import type { Reading } from '../document'
import { collect, entriesOf } from './collect'
import { jsonSections } from './json-sections'

/** Reads our own JSON (`writeJson`), or lists as the Management API answers them under their names. */
export function readJson(text: string): Reading {
  const sections = jsonSections(text)
  return collect(entriesOf(sections), sections.problems)
}
