import { code } from '../code.ts'
import { examplePath } from '../example.ts'
import { verifyNames } from './verify.ts'
import { scopeCheck, withJose } from './with-jose.ts'

export const next = withJose({
  slug: 'next',
  framework: 'Next.js',
  packages: ['next@16', 'react@19', 'react-dom@19'],
  file: (input) => ({
    name: `app${examplePath(input)}/route.js`,
    code: code`
import { ${verifyNames(input)} } from '../../verify.mjs'

export async function GET(request) {
  try {
    const claims = await verify(request.headers.get('authorization'))
${scopeCheck(input, 'claims', '    ')}    return Response.json({ caller: claims.sub })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(null, {
      status: error.status,
      headers: { 'WWW-Authenticate': error.challenge },
    })
  }
}`,
  }),
  run: ({ port }) => code`npx next dev --hostname localhost --port ${String(port)}`,
  environment: { NEXT_TELEMETRY_DISABLED: '1' },
})
