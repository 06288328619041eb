import type { Code } from './code'

export type Grammar =
  | 'javascript'
  | 'python'
  | 'php'
  | 'csharp'
  | 'go'
  | 'java'
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
  /** Path below the project's folder; its last part is unique within a quickstart. */
  name: string
  grammar: Grammar
  /** Without the line break at the end. */
  code: Code
}

/** A secret is read from the environment by the files, and never printed. */
export type SecretVariable = 'AUTH0_CLIENT_SECRET' | 'AUTH0_SIGNING_SECRET'

/** Whether the code was run by this project, or when and how it was looked at instead. */
export type Executed = 'here' | { checked: string; how: string }

/** One of the two halves of a quickstart. Commands are for a POSIX shell. */
export type Part = {
  /** Makes the folder that the files' names start with, if they do, and stays in it. */
  install?: Code
  files: SourceFile[]
  run: Code
  executed: Executed
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
}

/** How to accept the tenant's tokens and how to get them, in one language. Pure functions: the tests run what the screen shows. */
export type Quickstart = {
  /** In the address: `?language=express`. */
  slug: string
  language: string
  framework: string
  accept?: (input: AcceptInput) => AcceptPart
  call: (input: CallInput) => CallPart
}
