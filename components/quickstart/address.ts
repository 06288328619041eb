import { type QuickstartQuery, routes } from '@/lib/routes'

/** Everything that is chosen on the page; a link changes a part of it and keeps the rest. */
export type Address = QuickstartQuery & { apiId: string }

export const hrefOf = ({ apiId, ...query }: Address) => routes.apiQuickstart(apiId, query)
