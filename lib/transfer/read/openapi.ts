import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Scope } from '../../apis/api'

/** What an OpenAPI document says about the API it describes. */
export type DescribedApi = {
  name: string
  /** The address of its first server, where it is a whole one. */
  identifier?: string
  scopes: Scope[]
}

const scopes = z.record(z.string(), z.unknown())
const flows = z.record(z.string(), z.object({ scopes: scopes.nullish() }))
const scheme = z.object({ type: z.string(), flows: flows.nullish(), scopes: scopes.nullish() })

const openApi = z.object({
  openapi: z.string().optional(),
  swagger: z.string().optional(),
  info: z.object({ title: z.string() }),
  servers: z
    .array(
      z.object({
        url: z.string(),
        variables: z.record(z.string(), z.object({ default: z.string() })).optional(),
      }),
    )
    .optional(),
  host: z.string().optional(),
  basePath: z.string().optional(),
  schemes: z.array(z.string()).optional(),
  components: z.object({ securitySchemes: z.record(z.string(), z.unknown()).optional() }).optional(),
  securityDefinitions: z.record(z.string(), z.unknown()).optional(),
})

/**
 * Reads the name, the address and the scopes of the OAuth flows from an OpenAPI 3 or 2 document, JSON or YAML:
 * https://spec.openapis.org/oas/v3.1.1.html#oauth-flow-object. Or tells why it is none, and on which line.
 */
export function readOpenApi(text: string): DescribedApi | { line: number; message: string } {
  const parsed = parse(text)
  if ('message' in parsed) return parsed
  const document = openApi.safeParse(parsed.root)
  if (!document.success || !(document.data.openapi ?? document.data.swagger))
    return {
      line: 1,
      message: 'It is no OpenAPI document: that has “openapi” or “swagger”, and “info” with a title.',
    }

  const { info, components, securityDefinitions } = document.data
  const found = new Map<string, string>()
  for (const each of Object.values(components?.securitySchemes ?? securityDefinitions ?? {})) {
    const oauth = scheme.safeParse(each)
    if (!oauth.success || oauth.data.type !== 'oauth2') continue
    for (const declared of [
      oauth.data.scopes,
      ...Object.values(oauth.data.flows ?? {}).map((flow) => flow.scopes),
    ])
      for (const [value, description] of Object.entries(declared ?? {}))
        if (!found.get(value)) found.set(value, typeof description === 'string' ? description.trim() : '')
  }
  return {
    name: info.title.trim(),
    identifier: addressOf(document.data),
    scopes: [...found].map(([value, description]) => ({ value, description })),
  }
}

function parse(text: string): { root: unknown } | { line: number; message: string } {
  try {
    return { root: JSON.parse(text) } // much faster than as YAML
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' })
  const [mistake] = document.errors
  if (mistake)
    return {
      line: lines.linePos(mistake.pos[0]).line,
      message: 'Neither JSON nor YAML: it has a mistake here.',
    }
  try {
    return { root: document.toJS({ maxAliasCount: 100 }) }
  } catch (error) {
    if (error instanceof ReferenceError)
      return { line: 1, message: 'Its aliases stand for too much. Write them out.' }
    throw error
  }
}

function addressOf({ servers, host, basePath = '', schemes }: z.output<typeof openApi>) {
  const [server] = servers ?? []
  const address = server
    ? server.url.replaceAll(/\{([^}]*)\}/g, (_, name) => server.variables?.[name]?.default ?? '')
    : host &&
      `${schemes?.includes('http') && !schemes.includes('https') ? 'http' : 'https'}://${host}${basePath}`
  return address && URL.canParse(address) ? address : undefined
}
