import { strToU8, zipSync } from 'fflate'
import type { AccessDocument } from '../document'
import type { ExportFormat } from '../export-formats'
import { writeCsv } from './csv'
import { writeDeployCli } from './deploy-cli'
import { writeDeployCliFolder } from './deploy-cli-folder'
import { writeJson } from './json'
import { writeTerraform } from './terraform'

const writers: Record<ExportFormat, (document: AccessDocument) => string | Uint8Array<ArrayBuffer>> = {
  csv: writeCsv,
  json: writeJson,
  yaml: writeDeployCli,
  folder: (document) =>
    zipSync(
      Object.fromEntries(writeDeployCliFolder(document).map(({ path, text }) => [path, strToU8(text)])),
    ),
  terraform: writeTerraform,
}

/** The document as the file of a format. */
export const write = (format: ExportFormat, document: AccessDocument) => writers[format](document)
