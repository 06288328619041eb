import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a run takes place; gone after it. */
export function makeFolders() {
  const all = mkdtempSync(join(tmpdir(), 'quickstarts-'))
  const make = (name: string) => {
    const folder = join(all, name)
    mkdirSync(folder)
    return folder
  }
  return {
    /** The parts, each in its folder, and above them what npm installs. */
    work: make('work'),
    /** For caches and settings of programs. Beside `work`: some refuse to work above a home folder. */
    home: make('home'),
    /** The tenant's. */
    data: make('data'),
    remove: () => rmSync(all, { recursive: true, force: true, maxRetries: 3 }),
  }
}

export type Folders = ReturnType<typeof makeFolders>
