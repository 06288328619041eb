import { PaletteTrigger } from '@/components/palette/palette-trigger'
import { Link } from '@/components/ui/link'
import { routes } from '@/lib/routes'
import { Account } from './account'
import { Mark } from './mark'
import { Navigation } from './navigation'
import type { ShellProps } from './shell'

/** The menu of a wide window, with the tenant's name always in sight. */
export function SideBar({
  tenantName,
  tenantKind,
  email,
  apisEnabled,
  counts,
}: Omit<ShellProps, 'children'>) {
  return (
    <header className="sticky top-0 flex h-dvh flex-col overflow-y-auto border-r border-line bg-sunken px-3 pt-4 pb-3 max-wide:hidden">
      <Link
        href={routes.overview()}
        className="flex h-6 shrink-0 items-center gap-2 px-2 text-base font-semibold tracking-tight no-underline"
      >
        <Mark />
        Grantboard
      </Link>
      <p className="mt-4 mb-3 rounded-md border border-line-strong bg-canvas px-2 py-[7px]">
        <b className="block truncate font-medium" title={tenantName}>
          {tenantName}
        </b>
        <span className="block text-xs wrap-anywhere text-ink-faint">{tenantKind}</span>
      </p>
      <PaletteTrigger apisEnabled={apisEnabled} />
      <Navigation apisEnabled={apisEnabled} counts={counts} />
      <div className="mt-auto pt-2 pl-2">
        <Account email={email} />
      </div>
    </header>
  )
}
