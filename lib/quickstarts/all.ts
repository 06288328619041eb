import { csharp } from './csharp.ts'
import { go } from './go/go.ts'
import { java } from './java/java.ts'
import type { Language } from './language.ts'
import { nginx } from './nginx.ts'
import { node } from './node/node.ts'
import { php } from './php/php.ts'
import { powershell } from './powershell.ts'
import { python } from './python/python.ts'
import { ruby } from './ruby/ruby.ts'
import { rust } from './rust.ts'
import { shell } from './shell/shell.ts'

/** In the order of the screen; the first is what somebody sees who has not chosen yet. */
export const languages: readonly [Language, ...Language[]] = [
  node,
  python,
  php,
  ruby,
  go,
  java,
  csharp,
  rust,
  nginx,
  powershell,
  shell,
]
