import { Menu, X } from 'lucide-react'
import { PaletteTrigger } from '@/components/palette/palette-trigger'
import { Link } from '@/components/ui/link'
import { routes } from '@/lib/routes'
import { Account } from './account'
import { Mark } from './mark'
import { Navigation } from './navigation'
import type { ShellProps } from './shell'

/**
 * The tenant's name and the menu: a column of a wide window; a bar of a narrow one, whose menu is
 * a popover that needs no script to open. Written once, so that no page carries its menu twice.
 */
export function ConsoleHeader({
  tenantName,
  tenantKind,
  email,
  apisEnabled,
  counts,
}: Omit<ShellProps, 'children'>) {
  return (
    <header className="sticky top-0 flex bg-sunken max-wide:z-5 max-wide:h-12 max-wide:items-center max-wide:gap-2.5 max-wide:border-b max-wide:border-line max-wide:pr-2 max-wide:pl-4 wide:h-dvh wide:flex-col wide:overflow-y-auto wide:border-r wide:border-line wide:px-3 wide:pt-4 wide:pb-3">
      <Link
        href={routes.overview()}
        className="flex h-6 shrink-0 items-center gap-2 text-base font-semibold tracking-tight no-underline wide:px-2"
      >
        <Mark />
        <span className="max-wide:sr-only">Grantboard</span>
      </Link>
      <p className="max-wide:min-w-0 max-wide:flex-1 max-wide:truncate wide:mt-4 wide:mb-3 wide:rounded-md wide:border wide:border-line-strong wide:bg-canvas wide:px-2 wide:py-[7px]">
        <b className="font-medium wide:block wide:truncate" title={tenantName}>
          {tenantName}
        </b>{' '}
        <span className="text-ink-faint wide:block wide:text-xs wide:wrap-anywhere">{tenantKind}</span>
      </p>
      <button
        type="button"
        popoverTarget="menu"
        aria-label="Menu"
        className="icon-button size-9 text-ink-muted wide:hidden"
      >
        <Menu aria-hidden="true" className="size-4" />
      </button>
      <div
        id="menu"
        popover="auto"
        className="inset-x-2 top-2 bottom-auto m-0 w-auto rounded-lg bg-raised p-2 text-ink shadow-dialog transition-[opacity,translate] duration-(--duration-calm) backdrop:bg-scrim wide:contents max-wide:starting:open:-translate-y-1 max-wide:starting:open:opacity-0"
      >
        <div className="flex items-center gap-2 pb-1 pl-2 wide:hidden">
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
        <PaletteTrigger apisEnabled={apisEnabled} />
        <Navigation apisEnabled={apisEnabled} counts={counts} />
        <div className="pl-2 max-wide:mt-2 max-wide:border-t max-wide:border-line max-wide:py-2 wide:mt-auto wide:pt-2">
          <Account email={email} />
        </div>
      </div>
    </header>
  )
}
