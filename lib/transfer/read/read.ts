import { AppError } from '../../errors'
import { formatNumber } from '../../number-text'
import { emptyDocument, type Reading } from '../document'
import { readCsv } from './csv'
import { readDeployCli } from './deploy-cli'
import { readDeployCliFolder } from './deploy-cli-folder'
import { readJson } from './json'
import { maxBytes, maxLines } from './limits'
import { readOpenApi } from './openapi'
import { unzip } from './unzip'

export type Format = 'csv' | 'json' | 'deployCli' | 'deployCliFolder' | 'openApi'

type Told = Reading & { format?: Format }

/**
 * Reads what was pasted or dropped, whatever of our formats it is in, and says which one it took it for. What can't be
 * understood is told by line; nothing throws. An OpenAPI document is about the API `into`, where one is given.
 */
export function read(bytes: Uint8Array, into?: { name: string; identifier: string }): Told {
  if (bytes.length > maxBytes) return refused('It has more than 5 MB. Import it in parts.')
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) return readArchive(bytes) // "PK": a ZIP archive
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.trim() === '') return { document: emptyDocument(), problems: [] }
    const lines = text.split('\n').length
    if (lines > maxLines)
      return refused(
        `It has ${formatNumber(lines)} lines; 50,000 can be imported at once. Import it in parts.`,
      )
    const format = formatOf(text)
    const reading = format === 'openApi' ? readApi(text, into) : readers[format](text)
    return withSomething({ ...reading, format })
  } catch (error) {
    if (error instanceof AppError) return refused(error.message)
    if (error instanceof RangeError) return refused('It is nested too deeply to be read.')
    if (error instanceof TypeError) return refused('It is no text in UTF-8.')
    throw error
  }
}

const readers: Record<Exclude<Format, 'deployCliFolder' | 'openApi'>, (text: string) => Reading> = {
  csv: readCsv,
  json: readJson,
  deployCli: readDeployCli,
}

/** Told from how it begins: a JSON object, a YAML key, or neither. */
function formatOf(text: string): Exclude<Format, 'deployCliFolder'> {
  if (/^\s*[{[]/.test(text)) return /"(openapi|swagger)"\s*:\s*"\d/.test(text) ? 'openApi' : 'json'
  if (/^["']?(openapi|swagger)["']?\s*:\s*["']?\d/m.test(text)) return 'openApi'
  const first = text.split('\n').find((line) => /^\uFEFF?[^#%\s]/.test(line) && !line.startsWith('---'))
  return /^\uFEFF?["']?[\w-]+["']?\s*:(\s|$)/.test(first ?? '') ? 'deployCli' : 'csv'
}

function readArchive(bytes: Uint8Array): Told {
  const files = unzip(bytes)
  const yaml = files.find(({ path }) => /(^|\/)tenant\.ya?ml$/.test(path))
  if (yaml) return withSomething({ ...readDeployCli(yaml.text), format: 'deployCli' })
  return withSomething({ ...readDeployCliFolder(files), format: 'deployCliFolder' })
}

/** An OpenAPI document as one API; its address is taken for the identifier of one that is not given. */
function readApi(text: string, into?: { name: string; identifier: string }): Reading {
  const api = readOpenApi(text)
  const document = emptyDocument()
  if ('message' in api) return { document, problems: [{ at: { line: api.line }, message: api.message }] }
  const { name, identifier } = into ?? api
  if (!identifier) return { document, problems: [{ at: { line: 1 }, message: withoutAddress }] }
  document.apis.push({ name, identifier, scopes: api.scopes, signingAlgorithm: 'RS256', at: { line: 1 } })
  return { document, problems: [] }
}

const withoutAddress =
  'Its servers name no whole address to take for the identifier. Put one first under “servers”, or import it from the API’s Scopes tab.'

function withSomething(told: Told): Told {
  const { clients, apis, grants } = told.document
  const empty = clients.length + apis.length + grants.length + told.problems.length === 0
  return empty
    ? { ...told, problems: [{ at: { line: 1 }, message: 'It holds no clients, APIs or client grants.' }] }
    : told
}

const refused = (message: string): Told => ({
  document: emptyDocument(),
  problems: [{ at: { line: 1 }, message }],
})
