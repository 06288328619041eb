import { strFromU8, unzipSync } from 'fflate'
import { AppError } from '../../errors'
import type { TextFile } from './deploy-cli-folder'
import { maxBytes } from './limits'

/** The JSON and YAML files of a ZIP archive. Throws an AppError for what is none, or is larger than it may be unpacked. */
export function unzip(archive: Uint8Array): TextFile[] {
  let room = maxBytes
  try {
    const files = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (!/\.(json|ya?ml)$/.test(name)) return false
        room -= originalSize
        if (room < 0) throw new AppError('invalid', 'Unpacked, the ZIP archive has more than 5 MB.')
        return true
      },
    })
    return Object.entries(files).map(([path, bytes]) => ({ path, text: strFromU8(bytes) }))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('invalid', 'The ZIP archive is damaged, or packed in a way that can’t be read.', {
      cause: error,
    })
  }
}
