import type { Problem, Reading } from '../document'
import { collect, isListName, type Located } from './collect'
import { markKeywords, quoteKeywords, withoutKeywords } from './keywords'

export type TextFile = { path: string; text: string }

/**
 * Reads the folder of auth0-deploy-cli: a JSON file for each client (`clients/`), API (`resource-servers/`) and client
 * grant (`grants/`), in whatever folder these lie. Other files are passed over.
 */
export function readDeployCliFolder(files: TextFile[]): Reading {
  const entries: Located[] = []
  const broken: Problem[] = []
  for (const { path, text } of files) {
    const [folder, name] = path.split('/').slice(-2)
    if (!folder || !isListName(folder) || !name?.endsWith('.json')) continue
    const at = { file: `${folder}/${name}`, line: 1 }
    try {
      entries.push({ list: folder, value: JSON.parse(markKeywords(quoteKeywords(text))), at })
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      broken.push({ at, message: 'The JSON breaks off or has a mistake.' })
    }
  }
  const { entries: plain, problems } = withoutKeywords(entries)
  return collect(plain, [...broken, ...problems])
}
