import { LogOut } from 'lucide-react'
import { iconButtonStyle } from '@/components/ui/icon-button'
import { routes } from '@/lib/routes'
import { ThemeMenu } from './theme-menu'

/** Who is signed in, the theme, and the way out. */
export function Account({ email }: { email: string }) {
  return (
    <div className="flex items-center gap-1 text-xs text-ink-faint">
      <span className="min-w-0 flex-1 truncate" title={email}>
        {email}
      </span>
      <ThemeMenu />
      {/* A plain link: signing out leaves the app for the tenant. */}
      <a href={routes.signOut()} aria-label="Sign out" title="Sign out" className={iconButtonStyle}>
        <LogOut aria-hidden="true" className="size-4!" />
      </a>
    </div>
  )
}
