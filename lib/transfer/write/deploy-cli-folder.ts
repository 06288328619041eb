import type { AccessDocument } from '../document'
import type { TextFile } from '../read/deploy-cli-folder'
import { deployCliLists } from './deploy-cli'
import { uniqueNames } from './unique-names'

/** The document as the folder of auth0-deploy-cli: a JSON file for each client, API and client grant. */
export function writeDeployCliFolder(document: AccessDocument): TextFile[] {
  const { clients, resourceServers, clientGrants } = deployCliLists(document)
  const apiNames = new Map(document.apis.map(({ identifier, name }) => [identifier, name]))
  return [
    ...filesIn('clients', clients, ({ name }) => name),
    ...filesIn('resource-servers', resourceServers, ({ name }) => name),
    ...filesIn(
      'grants',
      clientGrants,
      (grant) => `${grant.client_id}-${apiNames.get(grant.audience) ?? grant.audience}`,
    ),
  ]
}

function filesIn<Entry>(folder: string, entries: Entry[], nameOf: (entry: Entry) => string): TextFile[] {
  const names = uniqueNames(entries.map((entry) => fileName(nameOf(entry))))
  return entries.map((entry, index) => ({
    path: `${folder}/${names[index]}.json`,
    text: `${JSON.stringify(entry, null, 2)}\n`,
  }))
}

/** A name that every file system takes: the CLI replaces what one of them refuses, too. */
const fileName = (name: string) =>
  name
    .replaceAll(/[/\\?<>:*|"\p{Cc}]/gu, '-')
    .replaceAll(/^\.+|[. ]+$/g, '-')
    .slice(0, 100)
    .toWellFormed()
