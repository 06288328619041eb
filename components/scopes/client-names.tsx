import { Fragment } from 'react'
import { Link } from '@/components/ui/link'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'

const most = 6

/** "billing-worker, ci-deployer and 12 more" */
export function ClientNames({ clients }: { clients: { id: string; name: string }[] }) {
  const named = clients.slice(0, clients.length > most ? most - 1 : most)
  const rest = clients.length - named.length
  return (
    <>
      {named.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 && (index === named.length - 1 && rest === 0 ? ' and ' : ', ')}
          <Link href={routes.client(id)}>{name}</Link>
        </Fragment>
      ))}
      {rest > 0 && ` and ${formatNumber(rest)} more`}
    </>
  )
}
