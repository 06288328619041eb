import type { Code } from './code.ts'

export type Grammar =
  | 'javascript'
  | 'typescript'
  | 'python'
  | 'php'
  | 'ruby'
  | 'csharp'
  | 'go'
  | 'java'
  | 'rust'
  | 'powershell'
  | 'nginx'
  | 'toml'
  | 'json'
  | 'yaml'
  | 'xml'
  | 'shellscript'

/** What an API's quickstart is filled with. */
export type AcceptInput = {
  api: {
    identifier: string
    /** `RS256`, `HS256`, or another of the two families. */
    signingAlgorithm: string
    /** The first that reads something guards the example's route. */
    scopes: string[]
  }
  /** As in the tokens' `iss`: with its trailing slash. */
  issuer: string
  /** Where the example API listens on loopback. */
  port: number
}

export type CallInput = AcceptInput & { client: { id: string } }

export type SourceFile = {
  /** Path below the part's own folder, which is `api` or `client`. */
  name: string
  grammar: Grammar
  /** Without the line break at the end. */
  code: Code
}

/** A secret is read from the environment by the files, and never printed. */
export type SecretVariable = 'AUTH0_CLIENT_SECRET' | 'AUTH0_SIGNING_SECRET'

/** Run by `npm run quickstarts` with each change; this is what the runner puts in place of `install`. */
export type Provided = {
  /** Packages of the npm registry, as `install` names them. */
  npm?: string[]
  /** Packages of Debian 12: the language's own programs, and libraries that the runner takes from there. */
  debian?: string[]
  /** Where all of these are on the PATH, `debian` is not needed. Leave it out when `debian` holds libraries. */
  commands?: string[]
  /** Files in the part's folder that the package manager would have made: a loader for Debian's libraries. */
  files?: { name: string; text: string }[]
  environment?: Record<string, string>
  /** A sentence for the screen when what ran is not what `install` brings: "Ran with Debian 12's PyJWT 2.6." */
  note?: string
}

/** Not run by this project: when (YYYY-MM-DD) and how it was looked at instead, a sentence. */
export type LookedAt = { checked: string; how: string }

/** Commands are for a POSIX shell inside the part's folder. */
export type Part = {
  install?: Code
  files: SourceFile[]
  run: Code
  executed: Provided | LookedAt
}

export type AcceptPart = Part & {
  /** What the API verifies tokens with, unless it fetches public keys. */
  secret?: SecretVariable
  /** A request without a token, and the status and challenge it is answered with. */
  request: Code
  answer: Code
}

export type CallPart = Part & {
  secret: SecretVariable
  /** What the program prints once the API has accepted the token. */
  answer: Code
  /** How the runner tries the token cache; needed where the part is executed. */
  cache?: CacheTrial
}

/**
 * `starts`: the token is kept in a file, so several starts of the program share it. Otherwise a program beside the
 * part's files that, for each line it reads, asks the cache for the token ten times at once and then prints a line.
 */
export type CacheTrial = 'starts' | { file: SourceFile; run: Code }

/** How to make an API accept the tenant's tokens. */
export type Acceptor = {
  /** In the address: `framework=express`. */
  slug: string
  framework: string
  /** Says that it can't verify this algorithm, in a sentence that names an alternative; nothing is built then. */
  cannot?: (signingAlgorithm: string) => string | undefined
  build: (input: AcceptInput) => AcceptPart
}

/** How to get a token, keep it until a minute before it expires, and call the API. */
export type Caller = {
  /** In the address: `caller=openid-client`. */
  slug: string
  name: string
  build: (input: CallInput) => CallPart
}

/**
 * A language is data and pure functions, and the screen and `npm run quickstarts` use the same objects. To add one,
 * write `lib/quickstarts/<language>.ts` (or a folder of that name with a file per framework) and give it a row in
 * `all.ts`. A new grammar is a row in `highlight.ts`, a new way to quote one in `quote.ts`.
 */
export type Language = {
  /** In the address: `language=node`. */
  slug: string
  name: string
  /** The first is for who has not chosen. Empty where the language only calls. */
  accept: readonly Acceptor[]
  /** The first is for who has not chosen. Empty where it only accepts. */
  call: readonly Caller[]
}
