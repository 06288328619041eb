import { curl } from './curl'
import type { TokenExport } from './export'
import { httpFile } from './http-file'
import { httpie } from './httpie'
import { k6 } from './k6'
import { postman } from './postman'

/** In the order of the screen. */
export const tokenExports: readonly [TokenExport, ...TokenExport[]] = [curl, httpie, httpFile, postman, k6]
