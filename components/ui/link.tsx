// biome-ignore lint/style/noRestrictedImports: this is the link that the rule recommends
import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { LinkPending } from './link-pending'

type Props = Omit<ComponentProps<typeof NextLink>, 'prefetch'>

/**
 * A place to go inside the dashboard. Nothing is fetched before the click: every page asks the tenant, which
 * allows a few calls a second, and a list has a link in each row.
 */
export function Link({ children, ...props }: Props) {
  return (
    <NextLink {...props} prefetch={false}>
      {children}
      <LinkPending />
    </NextLink>
  )
}
