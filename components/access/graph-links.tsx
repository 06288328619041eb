import { Waypoints } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { MatrixColumn } from '@/lib/access/columns'
import type { MatrixClient } from '@/lib/access/picture'
import { routes } from '@/lib/routes'

type Props = { client: MatrixClient; column: MatrixColumn }

/** The ways to the pictures of what stands at a cell: its client, its API, its scope. */
export function GraphLinks({ client, column: { api, scope } }: Props) {
  const pictures = [
    { of: 'client', name: client.name, href: routes.accessGraph({ client: client.id }) },
    { of: 'API', name: api.name, href: routes.accessGraph({ api: api.id }) },
    ...(scope ? [{ of: 'scope', name: scope, href: routes.accessGraph({ scope }) }] : []),
  ]
  return (
    <span className="flex items-center gap-2 text-ink-faint">
      <Waypoints aria-hidden="true" className="size-3.5!" />
      {pictures.map(({ of, name, href }) => (
        <Link key={of} href={href} aria-label={`Picture of ${of} ${name}`} title={`Picture of ${name}`}>
          {of}
        </Link>
      ))}
    </span>
  )
}
