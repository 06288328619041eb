import { existsSync, globSync, readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> }

/** Every server action there is, from the source, so that none can be forgotten. */
export const actionNames = globSync('lib/*/actions.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^export async function (\w+)/gm)].map(([, name = '']) => name),
)

/** Under which ids and on which pages the running dashboard answers an action: a development or a production build. */
function knownAs(name: string) {
  const manifests = ['.next/dev/server', '.next/server'].map(
    (folder) => `${folder}/server-reference-manifest.json`,
  )
  return manifests
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      const { node }: Manifest = JSON.parse(readFileSync(file, 'utf8'))
      return Object.entries(node)
        .filter(([, { exportedName }]) => exportedName === name)
        .flatMap(([id, { workers }]) => Object.keys(workers).map((page) => ({ id, page })))
    })
}

/** Calls an action as a browser would, on the first page that has it; `fill` puts ids into the page's path. */
export async function callAction(
  request: APIRequestContext,
  name: string,
  args: unknown[],
  fill: (path: string) => string,
) {
  for (const { id, page } of knownAs(name)) {
    const path = fill(`/${page}`.replace(/^\/app|\/\([^)]*\)|\/page$/g, '') || '/')
    const response = await request.post(path, {
      headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
      data: JSON.stringify(args),
      maxRedirects: 0,
    })
    if (response.status() === 404) continue
    const redirect = response.headers()['x-action-redirect']?.split(';')[0]
    return { status: response.status(), text: await response.text(), redirect }
  }
  throw new Error(`No page of the running dashboard answers the action ${name}`)
}
