/** A client and an API in the picture of who calls what, and how many scopes join them. */
export type GraphLink = {
  client: { id: string; name: string }
  api: { id: string; name: string }
  scopes: number
}

export type GraphNode = { id: string; name: string; y: number; height: number; scopes: number }
export type GraphBand = { from: string; to: string; d: string; width: number; label: string }

/** Where names stand: outward of their ends, or above them where there is no room beside. */
export type GraphLabels = 'beside' | 'above'

const [letterWidth, labelGap, bandLength, phoneWidth] = [7.2, 16, 340, 358]
const [thinnest, thickest, apart, between, labelHeight, endWidth] = [2, 22, 30, 14, 20, 4]
const longestLabel = { beside: 32, above: 22 }

/** Clients on the left, APIs on the right, a band for each grant, as wide as it has scopes. Sizes are pixels. */
export function layOut(links: readonly GraphLink[], labels: GraphLabels) {
  const most = Math.max(1, ...links.map(({ scopes }) => scopes))
  const widthOf = (scopes: number) => thinnest + (thickest - thinnest) * (scopes / most)
  const clients = nodes(links, ({ client }) => client, widthOf, labels)
  const apis = nodes(links, ({ api }) => api, widthOf, labels)
  const left = labels === 'above' ? endWidth : labelWidth(clients.all)
  const right = labels === 'above' ? phoneWidth - endWidth : left + bandLength
  const used = new Map<string, number>()
  const take = (side: string, node: GraphNode, width: number) => {
    const key = `${side} ${node.id}`
    const start = used.get(key) ?? node.y
    used.set(key, start + width)
    return start + width / 2
  }
  const bands = links.flatMap((link): GraphBand[] => {
    const [from, to] = [clients.byId.get(link.client.id), apis.byId.get(link.api.id)]
    if (!from || !to) return []
    const width = widthOf(link.scopes)
    const [y1, y2] = [take('client', from, width), take('api', to, width)]
    const middle = (left + right) / 2
    return [
      {
        from: from.id,
        to: to.id,
        width,
        d: `M${left} ${y1}C${middle} ${y1} ${middle} ${y2} ${right} ${y2}`,
        label: `${link.client.name} to ${link.api.name}: ${link.scopes} ${link.scopes === 1 ? 'scope' : 'scopes'}`,
      },
    ]
  })
  const height = Math.max(clients.height, apis.height)
  const width = labels === 'above' ? phoneWidth : right + labelWidth(apis.all)
  return { clients: clients.all, apis: apis.all, bands, width, height, left, right }
}

/** A name as it stands at its end, cut where it is too long. */
export function labelOf({ name }: GraphNode, labels: GraphLabels) {
  const longest = longestLabel[labels]
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name
}

const labelWidth = (nodes: readonly GraphNode[]) =>
  Math.round(Math.max(0, ...nodes.map((node) => labelOf(node, 'beside').length)) * letterWidth + labelGap)

function nodes(
  links: readonly GraphLink[],
  end: (link: GraphLink) => { id: string; name: string },
  widthOf: (scopes: number) => number,
  labels: GraphLabels,
) {
  const byId = new Map<string, GraphNode>()
  for (const link of links) {
    const { id, name } = end(link)
    const node = byId.get(id) ?? { id, name, y: 0, height: 0, scopes: 0 }
    byId.set(id, node)
    node.height += widthOf(link.scopes)
    node.scopes += link.scopes
  }
  let y = 8
  for (const node of byId.values()) {
    if (labels === 'above') y += labelHeight
    node.y = labels === 'above' ? y : y + Math.max(0, (apart - between - node.height) / 2)
    y += labels === 'above' ? node.height + between : Math.max(node.height + between, apart)
  }
  return { byId, all: [...byId.values()], height: y + 8 }
}
