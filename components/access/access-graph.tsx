import { routes } from '@/lib/routes'
import { type GraphLabels, type GraphLink, type GraphNode, labelOf, layOut } from './graph-layout'

type Props = {
  /** "What billing-worker may call" */
  title: string
  links: readonly GraphLink[]
}

/** Who may call what, as bands from clients to APIs; drawn on the server, with the same facts in a table behind it. */
export function AccessGraph({ title, links }: Props) {
  return (
    <figure aria-label={title}>
      <div className="overflow-x-auto max-wide:hidden">
        <Picture title={title} links={links} labels="beside" />
      </div>
      <div className="wide:hidden">
        <Picture title={title} links={links} labels="above" />
      </div>
      <details className="mt-4">
        <summary className="text-ink-muted">As a table</summary>
        <table className="data-table mt-2">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Client</th>
              <th scope="col">API</th>
              <th scope="col" data-align="end">
                Scopes
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map(({ client, api, scopes }) => (
              <tr key={`${client.id} ${api.id}`}>
                <td>{client.name}</td>
                <td>{api.name}</td>
                <td data-align="end">{scopes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function Picture({ title, links, labels }: Props & { labels: GraphLabels }) {
  const { clients, apis, bands, width, height, left, right } = layOut(links, labels)
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="block max-wide:h-auto max-wide:max-w-full"
    >
      <title>{title}</title>
      {bands.map(({ from, to, d, width, label }) => (
        <path
          key={`${from} ${to}`}
          d={d}
          fill="none"
          strokeWidth={width}
          className="stroke-granted opacity-45 hover:opacity-80"
        >
          <title>{label}</title>
        </path>
      ))}
      <Ends nodes={clients} labels={labels} x={left} side="start" href={routes.clientApis} />
      <Ends nodes={apis} labels={labels} x={right} side="end" href={routes.apiClients} />
    </svg>
  )
}

type EndsProps = {
  nodes: GraphNode[]
  labels: GraphLabels
  x: number
  side: 'start' | 'end'
  href: (id: string) => string
}

function Ends({ nodes, labels, x, side, href }: EndsProps) {
  const outward = side === 'start' ? -1 : 1
  return nodes.map((node) => {
    const { id, name, y, height } = node
    const place =
      labels === 'above' ? { x: x + outward * 4, y: y - 10 } : { x: x + outward * 12, y: y + height / 2 }
    return (
      <a key={id} href={href(id)} className="no-underline">
        <rect x={side === 'start' ? x - 4 : x} y={y} width="4" height={height} className="fill-granted" />
        <text
          {...place}
          dominantBaseline="middle"
          textAnchor={(side === 'start') === (labels === 'above') ? 'start' : 'end'}
          className="fill-ink text-sm hover:underline"
        >
          {labelOf(node, labels)}
          <title>{name}</title>
        </text>
      </a>
    )
  })
}
