import type { TenantFixture } from './tenant'

/** An entry of the tenant's log about a call that changed something, or was to. */
export type Write = { method: string; path: string; statusCode: number }

const pageSize = 100
/** The tenant's log is searched this far and no further. */
const pages = 10

/** The writes that the tenant's log has under a correlation id, of the time since `since` (ISO 8601). */
export async function writesOf(
  { api }: TenantFixture,
  correlationId: string,
  since: string,
): Promise<Write[]> {
  const writes: Write[] = []
  for (let page = 0; page < pages; page++) {
    const { data } = await api.logs.list(
      { page, per_page: pageSize, sort: 'date:1' },
      { queryParams: { q: `type:sapi AND date:[${since} TO *]` } },
    )
    for (const { details } of data) {
      const { request, response } = Object(details)
      if (request?.correlation_id === correlationId)
        writes.push({ method: request.method, path: request.path, statusCode: response.statusCode })
    }
    if (data.length < pageSize) return writes
  }
  throw new Error('The tenant’s log has more entries than can be searched')
}
