import { buttonStyle } from '@/components/ui/button-style'
import { FixedField } from '@/components/ui/fixed-field'
import { Settings, SettingsGroup } from '@/components/ui/settings-group'
import { routes } from '@/lib/routes'
import { ThemeChoice } from './theme-choice'

/** Who is signed in, the way out, and the theme of this browser. */
export function General({ email }: { email: string }) {
  return (
    <Settings>
      <SettingsGroup title="Signed in" note="Every change you make is recorded under this address">
        <FixedField
          label="E-mail address"
          value={email}
          copy="e-mail address"
          reason="The tenant confirmed it, and it is on this dashboard's list of admins, GRANTBOARD_ADMINS."
        />
        <div>
          {/* A plain link: signing out leaves the app for the tenant. */}
          <a href={routes.signOut()} className={buttonStyle({})}>
            Sign out
          </a>
        </div>
      </SettingsGroup>
      <SettingsGroup title="Appearance" note="Kept in this browser">
        <ThemeChoice />
      </SettingsGroup>
    </Settings>
  )
}
