import type { Reading } from '../document'
import { collect, entriesOf, isListName } from './collect'
import { markKeywords, withoutKeywords } from './keywords'
import { yamlSections } from './yaml-sections'

/** Reads the clients, APIs and client grants of the `tenant.yaml` of auth0-deploy-cli; what else it holds is passed over. */
export function readDeployCli(text: string): Reading {
  const sections = yamlSections(markKeywords(text), isListName)
  const { entries, problems } = withoutKeywords(entriesOf(sections))
  return collect(entries, [...sections.problems, ...problems])
}
