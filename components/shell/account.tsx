import { routes } from '@/lib/routes'
import { ThemeMenu } from './theme-menu'

/** Who is signed in, the theme, and the way out. */
export function Account({ email }: { email: string }) {
  return (
    <div className="text-xs text-ink-faint">
      <p className="truncate" title={email}>
        {email}
      </p>
      <div className="mt-1 flex items-center justify-between">
        {/* A plain link: signing out leaves the app for the tenant. */}
        <a
          href={routes.signOut()}
          className="inline-flex min-h-6 items-center no-underline hover:text-ink hover:underline"
        >
          Sign out
        </a>
        <ThemeMenu />
      </div>
    </div>
  )
}
