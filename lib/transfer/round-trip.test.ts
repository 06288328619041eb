import { assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument, withoutPlaces } from './arbitrary-document'
import type { AccessDocument, Reading } from './document'
import { readCsv } from './read/csv'
import { readDeployCli } from './read/deploy-cli'
import { readDeployCliFolder } from './read/deploy-cli-folder'
import { readJson } from './read/json'
import { writeCsv } from './write/csv'
import { writeDeployCli } from './write/deploy-cli'
import { writeDeployCliFolder } from './write/deploy-cli-folder'
import { writeJson } from './write/json'

const all = (document: AccessDocument) => document
const grantsOnly = ({ grants }: AccessDocument) => ({ clients: [], apis: [], grants })
const withoutIds = ({ clients, apis, grants }: AccessDocument) => ({
  clients: clients.map((client) => ({ ...client, id: undefined })),
  apis: apis.map((api) => ({ ...api, id: undefined })),
  grants: grants.map((grant) => ({ ...grant, id: undefined, client: { name: grant.client.name } })),
})

test.each<[string, (document: AccessDocument) => Reading, (document: AccessDocument) => AccessDocument]>([
  ['JSON, whole', (document) => readJson(writeJson(document)), all],
  ['CSV, its grants', (document) => readCsv(writeCsv(document)), grantsOnly],
  ['tenant.yaml, all but the ids', (document) => readDeployCli(writeDeployCli(document)), withoutIds],
  [
    'a folder, all but the ids',
    (document) => readDeployCliFolder(writeDeployCliFolder(document)),
    withoutIds,
  ],
])('what was written is read back from %s', (_, thereAndBack, kept) => {
  assert(
    property(arbitraryDocument, (document) => {
      const { document: read, problems } = thereAndBack(document)
      expect(problems).toEqual([])
      expect(withoutPlaces(read)).toEqual(kept(document))
    }),
  )
})
