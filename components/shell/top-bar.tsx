import { Menu, X } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { routes } from '@/lib/routes'
import { Account } from './account'
import { Mark } from './mark'
import { Navigation } from './navigation'
import type { ShellProps } from './shell'

/** The menu of a narrow window: a bar, and a popover that needs no script to open. */
export function TopBar({ tenantName, tenantKind, email, apisEnabled, counts }: Omit<ShellProps, 'children'>) {
  return (
    <header className="sticky top-0 z-5 flex h-12 items-center gap-2.5 border-b border-line bg-sunken pr-2 pl-4 wide:hidden">
      <Link href={routes.overview()} aria-label="Overview" className="grid size-6 place-items-center">
        <Mark />
      </Link>
      <p className="min-w-0 flex-1 truncate">
        <b className="font-medium">{tenantName}</b> <span className="text-ink-faint">{tenantKind}</span>
      </p>
      <button
        type="button"
        popoverTarget="menu"
        aria-label="Menu"
        className="icon-button size-9 text-ink-muted"
      >
        <Menu aria-hidden="true" className="size-4" />
      </button>
      <div
        id="menu"
        popover="auto"
        className="inset-x-2 top-2 bottom-auto m-0 w-auto rounded-lg bg-raised p-2 text-ink shadow-dialog transition-[opacity,translate] duration-(--duration-calm) backdrop:bg-scrim starting:open:-translate-y-1 starting:open:opacity-0"
      >
        <div className="flex items-center gap-2 pb-1 pl-2">
          <p className="min-w-0 flex-1 text-xs wrap-anywhere text-ink-faint">{tenantKind}</p>
          <button
            type="button"
            popoverTarget="menu"
            popoverTargetAction="hide"
            aria-label="Close menu"
            className="icon-button size-9"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
        <Navigation apisEnabled={apisEnabled} counts={counts} />
        <div className="mt-2 border-t border-line py-2 pl-2">
          <Account email={email} />
        </div>
      </div>
    </header>
  )
}
